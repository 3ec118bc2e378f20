// Talk among people: F7 and F8 what it does to sales, F9 referrals, F11 and F12 who speaks of what, F30 likeness and influence, F31 bad
// news.
//
// Messages of a day lie in the world's outbox until ties read them tomorrow: adding, dropping or turning them there changes what people
// hear and nothing else.  Reviews are turned with them.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "model/detmath.h"
#include "model/process/process.h"
#include "study/evidence/lab.h"
#include "study/least_squares.h"

namespace parley::evidence {
namespace {

// Luck of an experiment, apart from that of the worlds.
Stream lot(const Site& site, int day) {
    return Stream(1, static_cast<std::uint64_t>(site.pair), Purpose::Seeding, 1000000 + day);
}

bool is_talk(const Message& message) { return message.kind != Message::Complaint; }

// --- F7, F8 ----------------------------------------------------------------------------------------------------------

// A tenth more of every message and review, in the same mix.
void add_messages(World& world, const Site& site) {
    const Stream luck = lot(site, world.day);
    const std::size_t n = world.outbox.size();
    for (std::size_t k = 0; k < n; ++k) {
        Message again = world.outbox[k];
        if (!is_talk(again) || !luck.chance(0.1, k)) continue;
        again.slot = static_cast<std::uint8_t>(again.slot + 97);  // heard by others of the ties
        world.outbox.push_back(again);
    }
    const auto bad = static_cast<double>(world.record[Observable::negative_posts]);
    world.firm.bad_reviews += 0.1 * bad;
    world.firm.good_reviews += 0.1 * (static_cast<double>(world.record[Observable::peer_posts]) - bad);
}

// So many of the bad messages become good ones.
void turn_messages(World& world, const Site& site, double share) {
    const Stream luck = lot(site, world.day);
    for (std::size_t k = 0; k < world.outbox.size(); ++k)
        if (Message& message = world.outbox[k]; is_talk(message) && message.valence < 0 && luck.chance(share, k)) message.valence = -message.valence;
    const double turned = share * static_cast<double>(world.record[Observable::negative_posts]);
    world.firm.bad_reviews -= std::min(turned, world.firm.bad_reviews);
    world.firm.good_reviews += turned;
}

// Some praise becomes blame, and the rest of it stronger, so that the mean stays.
void spread_messages(World& world, const Site& site) {
    const Stream luck = lot(site, world.day);
    double lost = 0, kept = 0;
    for (std::size_t k = 0; k < world.outbox.size(); ++k) {
        Message& message = world.outbox[k];
        if (!is_talk(message) || message.valence <= 0) continue;
        if (luck.chance(0.1, k)) {
            lost += 2 * message.valence;
            message.valence = -message.valence;
        } else {
            kept += message.valence;
        }
    }
    if (kept > 0)
        for (Message& message : world.outbox)
            if (is_talk(message) && message.valence > 0) message.valence *= static_cast<float>(1 + lost / kept);
    const double turned = 0.1 * static_cast<double>(world.record[Observable::peer_posts] - world.record[Observable::negative_posts]);
    world.firm.good_reviews -= std::min(turned, world.firm.good_reviews);
    world.firm.bad_reviews += turned;
}

// Messages of the day by their sign.
void count_signs(const World& world, double& good, double& bad) {
    for (const Message& message : world.outbox)
        if (message.kind == Message::Tell || message.kind == Message::Post) (message.valence < 0 ? bad : good) += 1;
}

std::vector<double> peer_elasticities(const Site& site) {
    const Settled start = settle(town_of(site), site);
    Life usual(start), more(start), better(start);
    double good = 0, bad = 0;
    usual.live(kYear, [&](World& world) { count_signs(world, good, bad); });
    more.live(kYear, [&](World& world) { add_messages(world, site); });
    better.live(kYear, [&](World& world) { turn_messages(world, site, std::min(1.0, 0.1 * good / bad)); });
    const double sales = usual.sum(Observable::sales);
    return {elasticity(more.sum(Observable::sales), sales), elasticity(better.sum(Observable::sales), sales)};
}

std::vector<double> talk_and_sales(const Site& site) {
    const Town town = town_of(site);
    const Settled start = settle(town, site);
    // Half a year of weeks, each under decisions drawn by lot.
    Life drawn(start);
    std::vector<double> mentions, sales;
    for (int week = 0; week < 28; ++week) {
        const Stream luck = lot(site, 10000 + week);
        drawn.change([&](Phase& p) {
            p.strategy.budget_per_day = town.strategy.budget_per_day * parley::exp(1.4 * (luck.uniform(0) - 0.5));
            p.strategy.talk = 20 + 80 * luck.uniform(1);
            p.strategy.converse = 40 * luck.uniform(2);
            p.strategy.listen = 20 * luck.uniform(3);
            p.strategy.posts_per_day = 3 * luck.uniform(4);
            p.strategy.promo_share = luck.uniform(5);
            p.strategy.helpfulness = luck.uniform(6);
            p.strategy.open_questions = 0.5 * luck.uniform(7);
        });
        drawn.live(7);
        mentions.push_back(drawn.sum(Observable::mentions, 7 * week + 1));
        sales.push_back(drawn.sum(Observable::sales, 7 * week + 1));
    }
    Life usual(start), spread(start);
    usual.live(kYear);
    spread.live(kYear, [&](World& world) { spread_messages(world, site); });
    return {correlation(mentions, sales), spread.sum(Observable::sales) / usual.sum(Observable::sales) - 1};
}

// --- F9 --------------------------------------------------------------------------------------------------------------

std::vector<double> referrals(const Site& site) {
    Town town = town_of(site);
    town.market.category = static_cast<double>(Category::durable);
    town.warmup_days = 2 * 365;  // a young site
    const Settled start = settle(town, site);
    constexpr int kWeeks = 52;
    Life usual(start), talked(start, [](Phase& p) { p.market.imitation *= 1.1; });
    Life advertised(start, [](Phase& p) { p.strategy.budget_per_day *= 5; }), referred(start);
    // One member in fifty more, by lot.
    const Stream luck = lot(site, 0);
    for (std::uint32_t i = 0; i < start.size(); ++i)
        if (luck.chance(0.02, i)) process::begin_owning(referred.model(), referred.world(), i);
    advertised.live(7);
    advertised.change([&](Phase& p) { p.strategy.budget_per_day = town.strategy.budget_per_day; });
    advertised.live(7 * (kWeeks - 1));
    for (Life* life : {&usual, &talked, &referred}) life->live(7 * kWeeks);
    // Added sign-ups of the first two weeks, and of two weeks a month later.
    const auto left = [&](const Life& life) {
        const auto added = [&](int from) {
            return life.sum(Observable::purchases, from, from + 27) - usual.sum(Observable::purchases, from, from + 27);
        };
        return std::array{added(1), added(57)};
    };
    const auto ads = left(advertised), members = left(referred);
    return {elasticity(talked.sum(Observable::purchases, 1, 28), usual.sum(Observable::purchases, 1, 28)), members[1], ads[1], members[0], ads[0]};
}

// --- F11, F12 --------------------------------------------------------------------------------------------------------

struct Signs {
    double good = 0, bad = 0, purchases = 0;
};
Signs signs_of(const Site& site, const std::function<void(Town&)>& change) {
    Town town = town_of(site);
    change(town);
    const Settled start = settle(town, site);
    Life life(start);
    Signs signs;
    life.live(kQuarter, [&](World& world) { count_signs(world, signs.good, signs.bad); });
    signs.purchases = life.sum(Observable::purchases);
    return signs;
}

std::vector<double> praise_and_blame(const Site& site) {
    std::vector<double> shares, praise;
    Signs healthy;
    for (const double share : {0.05, 0.1, 0.15, 0.25, 0.4}) {
        const Signs signs = signs_of(site, [&](Town& town) {
            town.brand.share = share;
            town.warmup_days = 182;
        });
        if (share == 0.15) healthy = signs;
        shares.push_back(share);
        praise.push_back(signs.good);
    }
    const Signs failing = signs_of(site, [](Town& town) {
        town.market.failure_rate *= 3;
        town.warmup_days = 182;
    });
    return {healthy.good / healthy.bad, correlation(shares, praise), failing.good / failing.bad};
}

std::vector<double> who_speaks(const Site& site) {
    // Quality at which experiences are as often good as bad and nothing fails: what is told shows who speaks.
    Town town = town_of(site);
    town.brand.quality = -town.market.satisfaction_base / town.market.satisfaction_slope;
    town.market.failure_rate = 0;
    town.warmup_days = 0;
    const Settled start = settle(town, site);
    Life life(start);
    double bad = 0, good = 0, middle = 0;
    life.live(kYear, [&](World& world) {
        for (const Message& message : world.outbox) {
            if (message.kind != Message::Tell) continue;
            const double s = message.valence;
            bad += s > -0.9 && s < -0.4;
            good += s > 0.4 && s < 0.9;
            middle += std::fabs(s) < 0.2;
        }
    });
    // How often experiences of these sizes are had: a normal law.
    const double sigma = town.market.satisfaction_noise;
    const auto below = [&](double s) {  // Phi by its series (Abramowitz & Stegun 26.2.10)
        const double z = s / sigma;
        double term = z, sum = z;
        for (int n = 1; n < 60; ++n) term *= -z * z / (2 * n), sum += term / (2 * n + 1);
        return 0.5 + 0.3989422804014327 * sum;
    };
    const double strong = below(0.9) - below(0.4), weak = below(0.2) - below(-0.2);
    return {bad / good, middle / weak / ((good + bad) / (2 * strong))};
}

// --- F30 -------------------------------------------------------------------------------------------------------------

std::vector<double> likeness(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const Network& network = start.people->network;
    Life usual(start), silent(start, [](Phase& p) {
        p.market.tell_rate = p.market.post_lurker = p.market.post_occasional = p.market.post_regular = p.market.share_branching = 0;
        p.market.observer_reach = 0;
    });
    Life unfollowed(start, [](Phase& p) { p.market.organic_reach = 0; });
    for (Life* life : {&usual, &silent, &unfollowed}) life->world().keep_happenings = true;

    std::vector<int> before(start.size()), after(before), silent_before(before), silent_after(before), without_posts(before);
    std::vector<bool> follows(start.size());
    for (std::uint32_t i = 0; i < start.size(); ++i) follows[i] = start.world.minds.flags[i] & kFollower;
    usual.live(kQuarter, [&](World& world) { count_purchases(world, before); });
    usual.live(kQuarter, [&](World& world) { count_purchases(world, after); });
    silent.live(kQuarter, [&](World& world) { count_purchases(world, silent_before); });
    silent.live(kQuarter, [&](World& world) { count_purchases(world, silent_after); });
    unfollowed.live(kQuarter);
    unfollowed.live(kQuarter, [&](World& world) { count_purchases(world, without_posts); });

    // As if what ties bought last quarter explained what someone buys in this one; and the same where nobody speaks to anybody.
    const auto slope = [&](const std::vector<int>& first, const std::vector<int>& second) {
        std::vector<std::vector<double>> rows;
        std::vector<double> answers;
        for (std::uint32_t i = 0; i < start.size(); ++i) {
            const std::uint32_t ties = network.degree(i);
            if (ties == 0) continue;
            double bought = 0;
            for (std::uint32_t k = 0; k < ties; ++k) bought += first[network.tie(i, k)] > 0;
            rows.push_back({1, bought / ties});
            answers.push_back(second[i]);
        }
        return linear_fit(rows, answers).coefficients[1];
    };
    const double naive = slope(before, after), likeness = slope(silent_before, silent_after);

    // Followers among the customers of both quarters, beside the others; and beside themselves where no post reaches them.
    double fans = 0, others = 0, fan_spend = 0, other_spend = 0, fans_unreached = 0;
    for (std::uint32_t i = 0; i < start.size(); ++i) {
        if (before[i] + after[i] == 0) continue;
        if (follows[i]) ++fans, fan_spend += after[i], fans_unreached += without_posts[i];
        else ++others, other_spend += after[i];
    }
    const double naive_gap = (fan_spend / fans) / (other_spend / others) - 1, true_gap = fan_spend / std::max(1.0, fans_unreached) - 1;
    return {naive, naive_gap, true_gap, naive - likeness, naive_gap};
}

// --- F31 -------------------------------------------------------------------------------------------------------------

// Share of bad posts that two ties or more pass on at once.  A share has the valence of what it passes on, to the last bit.
double viral_share(const Settled& start, const std::function<void(Phase&)>& change) {
    Life life(start, change);
    std::unordered_map<float, int> posted;  // yesterday's bad posts: shares today
    double posts = 0, viral = 0;
    life.live(kYear, [&](World& world) {
        for (const Message& message : world.outbox)
            if (message.kind == Message::Share)
                if (const auto it = posted.find(message.valence); it != posted.end()) ++it->second;
        for (const auto& [valence, shares] : posted) ++posts, viral += shares >= 2;
        posted.clear();
        for (const Message& message : world.outbox)
            if (message.kind == Message::Post && message.valence < 0 && message.valence > -1) posted.emplace(message.valence, 0);
    });
    return posts > 0 ? viral / posts : kNotMeasured;
}

std::vector<double> bad_news(const Site& site) {
    Town town = town_of(site);
    town.strategy.budget_per_day *= 1.5;  // a desk beside the advertising
    town.strategy.talk = 67;
    town.strategy.converse = 33;
    town.warmup_days = 182;
    const Settled start = settle(town, site);
    const double replied = viral_share(start, {});
    const double apologised = viral_share(start, [](Phase& p) { p.strategy.apology = 1; });
    const double compensated = viral_share(start, [](Phase& p) { p.strategy.compensation = 1; });
    return {replied, apologised, compensated, replied, apologised};
}

}  // namespace

std::vector<FactSpec> talk_facts() {
    return {
        {"F7", "What talk of others does to sales",
         "Over 51 studies sales rise by 0.24 % with 1 % more talk and by 0.42 % with 1 % better talk; more for durables and where trying is "
         "hard, less where rivals are many.",
         "You et al. 2015", "a tenth more messages and reviews in the same mix; a tenth more of them positive; a year", "",
         {{"elasticity of sales to the volume of talk", "-", 0.12, 0.40, Basis::Fitted},
          {"elasticity of sales to its positive share", "-", 0.25, 0.65, Basis::Fitted}},
         peer_elasticities},
        {"F8", "Talk and sales move together only loosely",
         "Over 96 studies the correlation of talk and sales is 0.09, and opinions that differ more hurt at the same mean.",
         "Babi\u0107 Rosario et al. 2016", "28 weeks under decisions drawn by lot; a tenth of praise turned to blame, the rest made stronger", "",
         {{"correlation of weekly mentions and sales", "-", 0.05, 0.25, Basis::Emergent},
          {"change of sales when opinions differ more", "-", -1, 0, Basis::Emergent}},
         talk_and_sales},
        {"F9", "Referrals beside advertising",
         "For one social network site sign-ups rose by 0.53 % with 1 % more referrals, and the effect of referrals lasted three times as "
         "long as that of events and media.",
         "Trusov et al. 2009", "a site people join once, two years old: 10 % more imitation; one member in fifty more, or a week of five times the budget", "",
         {{"elasticity of sign-ups to referrals", "-", 0.3, 0.7, Basis::Emergent},
          {"part of the first month's effect still there after two, referrals", "-", 0.5, kNoLimit, Basis::Emergent, 3},
          {"the same, advertising", "-", -kNoLimit, 0.33, Basis::Emergent, 4},
          kBelow, kBelow},
         referrals},
        {"F11", "Praise is more frequent than blame",
         "In all of 15 studies people spoke well of brands about three times as often as badly, and more of larger brands.",
         "East et al. 2007; East et al. 2008", "a healthy brand; shares from 5 to 40 %; three times the failures", "",
         {{"praise / blame", "-", 2, 5, Basis::Fitted},
          {"correlation of market share and praise over brands", "-", 0.9, 1, Basis::Emergent},
          {"praise / blame at three times the failures", "-", 1, kNoLimit, Basis::Emergent}},
         praise_and_blame},
        {"F12", "The satisfied and the dissatisfied speak most",
         "Talk is least about the middling and a little more frequent after bad than after equally good experience.",
         "Anderson 1998", "a brand whose experiences are as often good as bad", "",
         {{"tells after bad / after equally good experience", "-", 1.1, 1.6, Basis::Construction},
          {"tells after middling / after strong experience", "-", 0, 0.9, Basis::Construction}},
         who_speaks},
        {"F30", "Likeness looks like influence",
         "Seen without care, friends seem three to seven times as influential as they are; half of the apparent contagion is likeness. "
         "Engaged customers spend 20 to 40 % more, which is no effect of engagement.",
         "Aral et al. 2009; Bain 2011", "what ties bought last quarter against what someone buys; the same town without talk; posts that reach nobody", "",
         {{"influence it looks like / influence there is", "-", 2, 6, Basis::Emergent, 3},
          {"followers' spend beside other customers'", "-", 0.2, 0.6, Basis::Emergent},
          {"what posts truly add to it / what it looks like", "-", -kNoLimit, 0.5, Basis::Emergent, 4},
          kBelow, kBelow},
         likeness,
         "Followers are heavy buyers, as F24 asks, so they spend about twice what other customers do: more than in the survey of "
         "firms. Preferences are not alike within circles, so less of what looks like influence is mere likeness than was found; "
         "alike preferences would make whole circles loyal and every world noisier, and were left out."},
        {"F31", "Bad news that travels",
         "Of 473,000 negative posts about 89 brands 3.3 % went viral. Early, empathetic answers and a change of channel calmed them, "
         "compensation in public did not.",
         "Herhausen et al. 2019", "a desk that answers, apologises in private, or pays in public; viral: passed on at once by two ties or more", "",
         {{"share of bad posts that go viral", "-", 0.02, 0.05, Basis::Fitted},
          {"with apology in private / without", "-", 0, 0.75, Basis::Assumed, 3},
          {"with compensation in public / with apology", "-", 1, kNoLimit, Basis::Assumed, 4},
          kBelow, kBelow},
         bad_news,
         "What counts as viral in posts of 89 brands is not said in our terms; passed on at once by two ties or more is our "
         "reading."}};
}

}  // namespace parley::evidence
