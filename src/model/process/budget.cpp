// Budget: what the day's money buys.
//
// ODD: submodel "Budget".  Runs first.
// Reads   strategy.budget_per_day and its weights, posts_per_day, activities_per_week, boost_share, follower_ads; the prices
// Writes  today.effort, firm carries, seed purse and impressions, spend and its parts, posts
// Math    cents today = whole cents of budget + carry; parts by weight, whole cents, the rest to the first part that has one;
//         impressions = cents left after posts / price; replies = cents / price per reply, fractions carried to tomorrow.
//         Each network beyond the first makes posts dearer and the desk smaller by network_upkeep.
// Errors  none.  Cost O(1).
#include <algorithm>
#include <array>
#include <cmath>

#include "model/process/process.h"

namespace parley::process {
namespace {

// Whole units of what comes due; the fraction waits.
int due(double& carry, double amount) {
    carry += amount;
    const int whole = static_cast<int>(std::min(carry + 1e-9, 1e9));
    carry -= whole;
    return whole;
}

}  // namespace

void budget(const Model& model, World& world) {
    const Phase& phase = model.phases[model.phase_on(world.day)];
    const Market& market = phase.market;
    const Strategy& strategy = phase.strategy;
    Firm& firm = world.firm;
    Effort& effort = world.today.effort;
    DayRecord& record = world.record;
    effort = {};

    // Whole cents today; the fraction waits for tomorrow.
    const std::array weight{strategy.talk, strategy.converse, strategy.listen, strategy.operations, strategy.seeding};
    double weights = 0;
    for (const double w : weight) weights += w;
    if (weights <= 0) return;
    const double available = firm.budget_carry + strategy.budget_per_day * 100;
    const auto cents = static_cast<std::int64_t>(available + 1e-6);
    firm.budget_carry = std::max(0.0, available - static_cast<double>(cents));

    // Split by weight; rounding goes to the first part that has a weight.
    std::array<std::int64_t, 5> part{};
    std::int64_t left = cents;
    for (std::size_t k = 0; k < part.size(); ++k) left -= part[k] = static_cast<std::int64_t>(static_cast<double>(cents) * (weight[k] / weights));
    *std::find_if(part.begin(), part.end(), [&](std::int64_t& p) { return weight[static_cast<std::size_t>(&p - part.data())] > 0; }) += left;
    const auto [talk, converse, listen, operations, seeding] = part;

    // Talk: posts and community activities first, as many as the money allows, then impressions.
    const double upkeep = 1 + market.network_upkeep * (strategy.platforms - 1);
    const auto post_cents = static_cast<std::int64_t>(std::floor(market.cost_per_post * upkeep * 100 + 0.5));
    int posts = talk > 0 ? due(firm.post_carry, strategy.posts_per_day) : 0;
    if (post_cents > 0) posts = static_cast<int>(std::min<std::int64_t>(posts, talk / post_cents));
    int activities = talk > 0 && strategy.activities_per_week > 0 ? due(firm.activity_carry, strategy.activities_per_week / 7) : 0;
    if (post_cents > 0) activities = static_cast<int>(std::min<std::int64_t>(activities, talk / post_cents - posts));
    effort.posts = posts;
    effort.activities = activities;
    const std::int64_t paid = talk - (posts + activities) * post_cents;
    const auto followers = static_cast<std::int64_t>(static_cast<double>(paid) * strategy.follower_ads);
    if (followers > 0)
        effort.bought_followers = due(firm.follower_carry, static_cast<double>(followers) / (market.cost_per_follower * 100));
    const double impressions = static_cast<double>(paid - followers) / (market.cost_per_thousand * 100) * 1000;
    effort.boosted = impressions * strategy.boost_share;
    effort.impressions = impressions - effort.boosted;
    const bool first_day = world.day + model.warmup_days == 1;
    firm.impressions += (first_day ? 1 : 0.1) * (impressions - firm.impressions);

    // Conversation: the desk's capacity in replies.
    const double reply_price = strategy.employee_share * market.cost_per_employee_reply +
                               (1 - strategy.employee_share) * market.cost_per_agency_reply;
    effort.replies = due(firm.reply_carry, static_cast<double>(converse) / (reply_price * upkeep * 100));

    // Listening and operations: shares of what a town of this size needs in full; seeds are paid once in four weeks.
    const double size = market.customers / 5000;
    effort.listening = std::min(1.0, static_cast<double>(listen) / 100 / (market.cost_of_listening * size));
    effort.operations = std::min(1.0, static_cast<double>(operations) / 100 / (market.cost_of_operations * size));
    firm.seed_purse += static_cast<double>(seeding);

    record[Observable::posts] = posts + activities;
    record[Observable::spend] = cents;
    record[Observable::spend_posts] = (posts + activities) * post_cents;
    record[Observable::spend_impressions] = paid - followers;
    record[Observable::spend_followers] = followers;
    record[Observable::spend_replies] = converse;
    record[Observable::spend_listening] = listen;
    record[Observable::spend_operations] = operations;
    record[Observable::spend_seeding] = seeding;
}

}  // namespace parley::process
