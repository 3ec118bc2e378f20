// Budget: what the day's money buys.
//
// ODD: submodel "Budget".  Runs first.
// Reads   strategy.budget_per_day and its weights, posts_per_day; the market's prices
// Writes  today.effort, firm carries, spend and its four parts, posts
// Math    cents today = whole cents of budget + carry; parts by weight, whole cents, the rest to the heaviest talker;
//         impressions = cents left after posts / price; replies = cents / price per reply, fractions carried to tomorrow
// Errors  none.  Cost O(1).
#include <algorithm>
#include <cmath>

#include "model/process/process.h"

namespace parley::process {

void budget(const Model& model, World& world) {
    const Phase& phase = model.phases[model.phase_on(world.day)];
    const Market& market = phase.market;
    const Strategy& strategy = phase.strategy;
    Firm& firm = world.firm;
    Effort& effort = world.today.effort;
    effort = {};

    // Whole cents today; the fraction waits for tomorrow.
    const double weights = strategy.talk + strategy.converse + strategy.listen;
    if (weights <= 0) return;
    const double available = firm.budget_carry + strategy.budget_per_day * 100;
    const auto cents = static_cast<std::int64_t>(available + 1e-6);
    firm.budget_carry = std::max(0.0, available - static_cast<double>(cents));

    // Split by weight; rounding goes to the first part that has a weight.
    std::int64_t converse = static_cast<std::int64_t>(static_cast<double>(cents) * (strategy.converse / weights));
    std::int64_t listen = static_cast<std::int64_t>(static_cast<double>(cents) * (strategy.listen / weights));
    std::int64_t talk = static_cast<std::int64_t>(static_cast<double>(cents) * (strategy.talk / weights));
    std::int64_t& first = strategy.talk > 0 ? talk : strategy.converse > 0 ? converse : listen;
    first += cents - talk - converse - listen;

    // Talk: posts first, as many as the money allows, then impressions.
    firm.post_carry += strategy.posts_per_day;
    int posts = static_cast<int>(firm.post_carry + 1e-9);
    firm.post_carry -= posts;
    const auto post_cents = static_cast<std::int64_t>(std::floor(market.cost_per_post * 100 + 0.5));
    if (talk == 0) posts = 0;
    if (post_cents > 0) posts = static_cast<int>(std::min<std::int64_t>(posts, talk / post_cents));
    effort.posts = posts;
    effort.impressions = static_cast<double>(talk - posts * post_cents) / (market.cost_per_thousand * 100) * 1000;

    // Conversation: the desk's capacity in replies.
    const double reply_price = strategy.employee_share * market.cost_per_employee_reply +
                               (1 - strategy.employee_share) * market.cost_per_agency_reply;
    firm.reply_carry += static_cast<double>(converse) / (reply_price * 100);
    effort.replies = static_cast<int>(std::min(firm.reply_carry + 1e-9, 1e9));
    firm.reply_carry -= effort.replies;

    // Listening: a share of full listening to a town of this size.
    effort.listening = std::min(1.0, static_cast<double>(listen) / 100 / (market.cost_of_listening * market.customers / 5000));

    DayRecord& record = world.record;
    record[Observable::posts] = posts;
    record[Observable::spend] = cents;
    record[Observable::spend_posts] = posts * post_cents;
    record[Observable::spend_impressions] = talk - posts * post_cents;
    record[Observable::spend_replies] = converse;
    record[Observable::spend_listening] = listen;
}

}  // namespace parley::process
