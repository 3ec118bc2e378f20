// Service: F13 the squeaky wheel, F14 onlookers, F18 recovery, F19 waiting.
#include <algorithm>
#include <array>

#include "study/evidence/knobs.h"

namespace parley::evidence {
namespace {

double more_sales(const Life& with, const Life& without) { return with.sum(Observable::sales) / without.sum(Observable::sales) - 1; }

void answer_at_once(Phase& p) {
    p.market.base_delay = 0;
    staff(p, kEveryone);
}

// --- F13 -------------------------------------------------------------------------------------------------------------

std::vector<double> squeaky_wheel(const Site& site) {
    const Settled start = settle(town_of(site), site);
    Life unanswered(start), answered(start, [](Phase& p) { p.strategy.desk_order = static_cast<double>(DeskOrder::as_they_come); });
    Group complained(start.size());
    const auto watch = [&](const World& world) { add_complainers(world, complained); };
    unanswered.live(2 * kYear, watch);
    live_answering(answered, 0.8, 2 * kYear, watch);
    const std::vector<std::uint32_t> people = complained.people();
    const auto per_failure = [](const Life& life) {
        return life.sum(Observable::complaints, kYear + 1) / life.sum(Observable::failures, kYear + 1);
    };
    return {mean_over(people, answered.world().minds.attitude) - mean_over(people, unanswered.world().minds.attitude), per_failure(answered),
            more_sales(answered, unanswered), per_failure(unanswered)};
}

// --- F14 -------------------------------------------------------------------------------------------------------------

// Everyone whom the brand failed complains where others can see it, and hears at once or never.
std::vector<double> onlookers(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const auto laboratory = [&](double in_public, double voice, bool answers) {
        Life life(start, [&](Phase& p) {
            p.market.complaint_rate = 1;
            p.market.public_share = in_public;
            p.market.question_rate = 0;
            p.market.silence_posts = 0;
            p.strategy.human_voice = voice;
            if (answers) answer_at_once(p);
        });
        life.world().firm.culture = 1;
        return life;
    };
    Life unseen = laboratory(0, 1, false), silent = laboratory(1, 1, false), human = laboratory(1, 1, true), wooden = laboratory(1, 0, true);
    Group complained(start.size());
    for (Life* life : {&unseen, &silent, &human, &wooden}) life->live(14, [&](World& world) { add_complainers(world, complained); });

    const Network& network = start.people->network;
    Group saw(start.size());
    const std::vector<std::uint32_t> complainers = complained.people();
    for (const std::uint32_t i : complainers)
        for (std::uint32_t k = 0; k < network.degree(i); ++k) saw.add(network.tie(i, k));
    for (const std::uint32_t i : complainers) saw.remove(i);
    const std::vector<std::uint32_t> others = saw.people();
    const auto liking = [&](Life& life) { return mean_over(others, life.world().minds.attitude); };
    const double damage = liking(unseen) - liking(silent), relief = liking(human) - liking(silent);
    return {relief, relief, liking(wooden) - liking(silent), kNotMeasured, damage};
}

// --- F18 -------------------------------------------------------------------------------------------------------------

// Four weeks in which some are failed and perfectly helped, beside the same weeks without a failure.
std::vector<double> recovery(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const auto perfect = [&](bool fails) {
        Life life(start, [&](Phase& p) {
            if (!fails) p.market.failure_rate = 0;
            p.market.complaint_rate = 1;
            p.strategy.human_voice = p.strategy.empathy = 1;
            p.strategy.canned_share = 0;
            answer_at_once(p);
        });
        life.world().firm.culture = 1;
        life.world().keep_happenings = true;
        return life;
    };
    Life failed = perfect(true), spared = perfect(false);
    Group recovered(start.size());
    double gain = 0;
    int cases = 0;
    // Failures of a day are complained about on the next.
    for (int day = 1; day <= kMonth + 1; ++day) {
        if (day == kMonth + 1)
            spared.change([&](Phase& p) { p.market.failure_rate = start.phase.market.failure_rate; });
        failed.live(1), spared.live(1);
        for (const Contact& contact : failed.world().today.contacts) {
            if (contact.kind != Contact::Complaint || !contact.replied) continue;
            recovered.add(contact.customer);
            gain += failed.world().minds.attitude[contact.customer] - spared.world().minds.attitude[contact.customer];
            ++cases;
        }
    }
    std::vector<int> after(start.size(), 0), without(start.size(), 0);
    failed.live(kYear / 2, [&](World& world) { count_purchases(world, after); });
    spared.live(kYear / 2, [&](World& world) { count_purchases(world, without); });
    double bought = 0, would_have = 0;
    for (const std::uint32_t i : recovered.people()) bought += after[i], would_have += without[i];
    return {cases > 0 ? gain / cases : kNotMeasured, would_have > 0 ? bought / would_have - 1 : kNotMeasured};
}

// --- F19 -------------------------------------------------------------------------------------------------------------

std::vector<double> waiting(const Site& site) {
    const Settled start = settle(town_of(site), site);
    const auto in_time = [&](bool complaints, double hours) {
        Life life(start, [&](Phase& p) {
            p.market.base_delay = hours;
            p.market.complaint_rate = complaints ? 1 : 0;
            if (complaints) p.market.question_rate = 0;
            p.strategy.open_questions = 0;
            staff(p, kEveryone);
        });
        life.live(91);
        return life.sum(Observable::replies_in_time) / life.sum(Observable::replies);
    };

    // A desk as it was in 2013: so slow, and so few answered.
    constexpr double kHours = 6.5, kAnswered = 0.38;
    Life slow(start, [&](Phase& p) {
        p.strategy.desk_order = static_cast<double>(DeskOrder::as_they_come);
        p.market.base_delay = kHours / (1 + 0.25 / kAnswered / 0.2);  // hours of an idle desk; this one is full
    });
    Life silent(start), nobody_writes(start, [](Phase& p) { p.market.complaint_rate = p.market.question_rate = 0; });
    Group wrote(start.size());
    live_answering(slow, kAnswered, kYear, [&](World& world) { add_askers(world, wrote); });
    silent.live(kYear), nobody_writes.live(kYear);
    const std::vector<std::uint32_t> people = wrote.people();
    const auto liking = [&](Life& life) { return mean_over(people, life.world().minds.attitude); };
    return {in_time(true, 1),  in_time(false, 0.5),          in_time(false, 1),
            in_time(false, 2), liking(slow) - liking(nobody_writes), more_sales(slow, silent)};
}

}  // namespace

std::vector<FactSpec> service_facts() {
    return {
        {"F13", "The squeaky wheel",
         "Among 714 customers of a telephone company replies to complaints made the relationship better, and those who got them complained "
         "more often later. Together they did good.",
         "Ma et al. 2015", "share of contacts answered, 0 or 0.8, by a desk paid on top, for two years; those who complained in either", "",
         {{"liking of complainers, answered less unanswered", "-1..1", 0, kNoLimit, Basis::Assumed},
          {"complaints per failure, answered / unanswered, year 2", "-", 1.1, 1.6, Basis::Assumed, 3},
          {"sales, more with replies", "-", 0, kNoLimit, Basis::Emergent},
          kBelow},
         squeaky_wheel},
        {"F14", "Those who look on",
         "A reply to a public complaint takes away part of the harm to those who read along, if it sounds human. A reply nobody asked for "
         "does so on the brand's own page, and less on one of customers.",
         "van Noort & Willemsen 2012",
         "two weeks in which every failed customer complains in public, unanswered or answered at once, with voice 1 or 0, in a house that "
         "means it; ties of complainers. An unasked reply reaches only the author of a post here, so what onlookers make of it is not measured",
         "",
         {{"liking of onlookers, answered less unanswered", "-1..1", 0, kNoLimit, Basis::Construction},
          {"share of the harm that the answer takes away", "-", 0, 1, Basis::Assumed, 4},
          {"what is left of that without a human voice", "-", -kNoLimit, 0.3, Basis::Construction, 0},
          {"unasked on a page of customers / when asked", "-", -kNoLimit, 1, Basis::Emergent},
          {"harm of unanswered complaints to onlookers' liking", "-1..1", 0, kNoLimit, Basis::Construction}},
         onlookers,
         "An unasked reply reaches only the author of a post here, so what onlookers make of it cannot be told."},
        {"F18", "A failure well mended",
         "Over many studies customers were more satisfied after an excellent recovery than without a failure, but they did not buy again "
         "more often, nor speak better of the firm.",
         "de Matos et al. 2007", "four weeks in which all who are failed complain and are perfectly helped at once, or nobody is failed", "",
         {{"liking after the reply, more than without a failure", "-1..1", 0, kNoLimit, Basis::Assumed},
          {"purchases in the half year after, change", "-", -0.02, 0.02, Basis::Emergent}},
         recovery,
         "A mended complaint leaves more liking than it cost, and liking sells: 2.3 % more purchases, where studies saw no "
         "difference. Less liking from a reply (0.20 instead of 0.25) was tried: 2.1 %."},
        {"F19", "Waiting for a reply",
         "Of 501 users 20 % wanted an answer within 30 minutes, 53 % within an hour, 65 % within two; for a complaint 72 % within an hour. "
         "In 2013 brands answered 38 % of questions after 6.5 hours.",
         "Lithium 2013; Socialbakers 2013", "delay of replies to everyone; and a desk of 2013, 6.5 hours and 38 %, for a year", "",
         {{"complaints answered in time, at 1 hour", "-", 0.23, 0.33, Basis::Construction},
          {"questions answered in time, at 30 minutes", "-", 0.75, 0.85, Basis::Construction},
          {"questions answered in time, at 1 hour", "-", 0.42, 0.52, Basis::Construction},
          {"questions answered in time, at 2 hours", "-", 0.30, 0.40, Basis::Construction},
          {"liking by those who write, beside a world where nobody does", "-1..1", -kNoLimit, 0, Basis::Assumed},
          {"sales, more with the desk of 2013 than with silence", "-", -kNoLimit, 0, Basis::Emergent}},
         waiting,
         "Slow and rare answers do no good to those who wait, as the surveys say; that they sell more than silence comes from "
         "questions answered before a purchase and from angry posts that do not appear. A quarter of the value of an answer and "
         "a third of the venting were tried: 1.5 instead of 1.9 %."}};
}

}  // namespace parley::evidence
