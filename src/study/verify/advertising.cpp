// Advertising: V10 adstock, V11 data interval, V12 reach curve, V16 saturating goodwill.
//
// The engine's exposure and forgetting.  Where exposures must not be a matter of luck, one post a day (or a week) of the brand
// reaches every follower (organic reach 1), everyone follows and takes in all of it, and the day's money pays the post and
// nothing else. Adstock and liking decay at the end of the day; what choice sees is the value before that, the end of the day /
// share kept.
// Source  Broadbent's tradition; Leone 1995 (data interval); Vidale & Wolfe 1957; NBD reach as in Ehrenberg et al. 2004.
// Cost    well below a second.
#include <algorithm>
#include <array>

#include "model/detmath.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

constexpr double kHalfLife = 17.5;  // days; 2.5 weeks

// A town of followers who take in whatever the brand posts, one exposure a post.
Town followers(double posts_per_day) {
    Town town = quiet_town(100);
    Market& m = town.market;
    m.attention = m.credibility_post = m.organic_reach = 1;
    m.voice_reach = m.credibility_ad = 0;  // on days without a post the money buys ads, which are not remembered
    m.adstock_half_life = kHalfLife;
    m.cost_per_post = 1;
    town.brand.topic_width = 1;
    town.strategy.helpfulness = town.strategy.open_questions = 0;
    town.strategy.posts_per_day = posts_per_day;
    town.strategy.budget_per_day = posts_per_day > 0 ? 1 : 0;
    return town;
}

Life begin_followers(const Bench& bench, const Town& town) {
    Life life = bench.begin(town);
    for (std::uint8_t& flags : life.world.minds.flags) flags |= kAware | kFollower;
    return life;
}

double mean_of(const std::vector<float>& column) {
    double sum = 0;
    for (const float value : column) sum += value;
    return sum / static_cast<double>(column.size());
}

// How often each has met an ad today, read from the adstock it left.
std::vector<int> frequencies(const Bench& bench, double grp, double shape, double customers) {
    Town town = quiet_town(customers);
    Market& m = town.market;
    m.attention = m.credibility_ad = 1;
    town.brand.topic_width = 1;
    town.strategy.helpfulness = 0;
    town.strategy.posts_per_day = 0;
    town.strategy.budget_per_day = customers * grp / 100 * m.cost_per_thousand / 1000;
    Life life = bench.begin(town, [&](Population& people, Market&) {
        if (shape <= 0) return;
        // Gamma viewing instead of the engine's log-normal one, to mean 1 as there.
        const Stream luck(people.seed, people.pair, Purpose::Traits, 1);
        double sum = 0;
        for (std::uint32_t i = 0; i < people.size; ++i)
            sum += people.traits.viewing[i] = static_cast<float>(parley::exp(log_gamma_draw(luck, i, 0, shape)) / shape);
        for (float& v : people.traits.viewing) v = static_cast<float>(v * (people.size / sum));
    });
    life.live(1);
    const double keep = daily_decay(m.adstock_half_life), one = (1 - keep) * 7 * keep;
    std::vector<int> counts;
    for (const float adstock : life.world.minds.adstock) counts.push_back(static_cast<int>(adstock / one + 0.5));
    return counts;
}

double share_with(const std::vector<int>& counts, int n) {
    return static_cast<double>(std::count(counts.begin(), counts.end(), n)) / static_cast<double>(counts.size());
}

}  // namespace

void adstock(Bench& bench) {
    const double keep = daily_decay(kHalfLife);
    Life silent = begin_followers(bench, followers(0));
    silent.world.minds.adstock.assign(silent.size(), 1.0f);
    silent.world.stirred |= kMemory;
    std::vector<double> left{1};
    for (int day = 1; day <= 60; ++day) {
        silent.live(1);
        left.push_back(mean_of(silent.world.minds.adstock));
    }
    bench.near("left after a day, half-life 2.5 weeks", 0.9611651, left[1], 1e-4);
    bench.near("left after a week", parley::exp(-0.6931471805599453 / 2.5), left[7], 1e-4);
    bench.near("left after two half-lives", 0.25, left[35], 1e-4);
    // The day on which 90 % is forgotten, by the decay of the last day.
    std::size_t day = 1;
    while (day + 1 < left.size() && left[day] > 0.1) ++day;
    const double within = parley::log(left[day - 1] / 0.1) / parley::log(left[day - 1] / left[day]);
    bench.near("weeks until 90 % is forgotten", 2.5 * parley::log(10) / 0.6931471805599453,
               (static_cast<double>(day - 1) + within) / 7, 1e-4);

    Life steady = begin_followers(bench, followers(1));
    steady.live(500);
    bench.near("level under one exposure a day, in exposures a week", 7, mean_of(steady.world.minds.adstock) / keep, 1e-4);
}

void data_interval(Bench& bench) {
    // One exposure a week for ever: the long effect is the level, the short one the mean of the first n weeks.
    const double keep = daily_decay(kHalfLife), weekly = parley::exp(-0.6931471805599453 / 2.5);
    Life life = begin_followers(bench, followers(1.0 / 7));
    std::vector<double> sum{0};  // of the first n weeks
    for (int week = 1; week <= 150; ++week) {
        life.live(7);
        sum.push_back(sum.back() + mean_of(life.world.minds.adstock) / keep);
    }
    const double level = sum[150] - sum[149];
    const struct {
        const char* name;
        double weeks;
    } intervals[] = {{"a week", 1}, {"a month", 52.0 / 12}, {"a quarter", 13}, {"a year", 52}};
    for (const auto& interval : intervals) {
        // A month takes a third of its fifth week.
        const auto whole = static_cast<std::size_t>(interval.weeks);
        const double part = interval.weeks - static_cast<double>(whole);
        const double short_effect = (sum[whole] + part * (sum[whole + 1] - sum[whole])) / interval.weeks;
        const double n = interval.weeks, forgotten = weekly * (1 - parley::pow(weekly, n)) / (n * (1 - weekly));
        bench.within(std::string("long / short effect, data by ") + interval.name, 1 / (1 - forgotten), level / short_effect,
                     0.02);
    }
}

void reach_curve(Bench& bench) {
    const double n = 20000;
    for (const double grp : {50.0, 100.0, 200.0, 400.0}) {
        const std::vector<int> counts = frequencies(bench, grp, 0, n);
        bench.share_of("reach at " + grouped_text(grp, 0) + " GRP, all alike", 1 - parley::exp(-grp / 100),
                       1 - share_with(counts, 0), n);
    }
    for (const double k : {0.5, 1.0, 2.0})
        for (const double grp : {100.0, 300.0}) {
            const std::vector<int> counts = frequencies(bench, grp, k, n);
            const double mean = grp / 100;
            double chance = parley::pow(1 + mean / k, -k);
            bench.share_of("reach at " + grouped_text(grp, 0) + " GRP, gamma viewing k = " + grouped_text(k, 1), 1 - chance,
                           1 - share_with(counts, 0), n);
            if (grp < 300) continue;
            for (int times = 1; times <= 3; ++times) {
                chance *= (k + times - 1) / times * mean / (k + mean);
                bench.share_of("met exactly " + std::to_string(times) + " times, NBD, k = " + grouped_text(k, 1), chance,
                               share_with(counts, times), n);
            }
        }
}

void saturating_stock(Bench& bench) {
    // Liking gains attitude_gain x (1 - liking) per exposure and returns to 0: Vidale and Wolfe with ru = gain, d = ln 2 /
    // half-life.
    const double half_life = 180;
    Town town = followers(1);
    town.market.attitude_mean = town.market.attitude_spread = 0;
    town.market.attitude_half_life = half_life;
    for (const double gain : {0.005, 0.01}) {
        town.market.attitude_gain = gain;
        const double d = 0.6931471805599453 / half_life, level = gain / (gain + d);
        Life life = begin_followers(bench, town);
        life.live(100);
        const double early = mean_of(life.world.minds.attitude);
        life.live(100);
        const double later = mean_of(life.world.minds.attitude);
        life.live(3000);
        const double settled = mean_of(life.world.minds.attitude);
        const std::string at = ", ru = " + grouped_text(gain, 3) + " a day";
        bench.within("level" + at, level, settled, 0.01);
        bench.within("rate of approach a day" + at, gain + d, parley::log((settled - early) / (settled - later)) / 100, 0.01);
    }
}

}  // namespace parley::verify
