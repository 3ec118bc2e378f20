// Claims of A (an interview, 2013) and B (a column, 2013).
#include "study/claims/table.h"

namespace parley::claims {
namespace {

constexpr const char *kMegaphone = "02_leaders_megaphone", *kHired = "03_hired_voice", *kSideProject = "05_smiling_side_project", *kEverywhere = "08_everywhere_thin";

constexpr ClaimSpec kClaims[] = {
    {.id = "C01", .article = "A", .claim = "At the same money, engaging customers beats announcing to them.",
     .settings = "strategy.talk=50; strategy.promo_share=0.3; strategy.human_voice=0.8; strategy.canned_share=0",
     .lever = "strategy.converse", .values = "0 5 12 25 50 100", .dose = 3, .output = {"npv"},
     .moderator = "brand.quality", .range = "0.7 0.8 0.9 0.95 1", .turns = "few failures, many light buyers, a brand still to be known",
     .note = "Talk weighs 50 throughout: 25 is a third of the money, 100 two thirds."},
    {.id = "C02", .article = "A", .claim = "Pushy one-way messages are tuned out.",
     .lever = "strategy.promo_share", .values = "0 0.25 0.5 0.75 1", .output = {"adstock", Expect::Down, 183},
     .moderator = "market.irritation_half_life", .range = "3 2 1 0.5 0.2", .turns = "paid, spaced messages of low weight; annoyance that soon passes"},
    {.id = "C03", .article = "A", .claim = "Whoever stays silent loses people to rivals who converse.",
     .lever = "market.rival_conversation", .values = "0 0.25 0.5 0.75 1", .output = {"sales", Expect::Down},
     .moderator = "strategy.converse", .range = "0 5 10 20 40", .turns = "rivals only talk as well, or the brand answers too",
     .note = "Rivals who converse raise what people expect; they win no relationships of their own."},
    {.id = "C04", .article = "A", .claim = "Messages that recognise the person work better.", .settings = "strategy.privacy_control=1",
     .lever = "strategy.personalisation", .values = "0 0.25 0.5 0.75 1", .output = {"adstock", Expect::Up, 183},
     .moderator = "strategy.privacy_control", .range = "1 0.75 0.5 0.25 0", .turns = "no control over one's data, high privacy concern"},
    {.id = "C05", .article = "A", .claim = "People trust where they sense a person.", .arm = 1, .settings = "brand.culture=1",
     .lever = "strategy.human_voice", .values = "0 0.25 0.5 0.75 1", .output = {"trust", Expect::Up, 183},
     .moderator = "market.involvement", .range = "0.5 0.7 0.8 0.9 0.98", .turns = "very involved people, several bad messages heard, a house that does not care"},
    {.id = "C06", .article = "A", .claim = "Content that interests people draws them in.",
     .lever = "strategy.helpfulness", .values = "0 0.25 0.5 0.75 1", .output = {"adstock", Expect::Up, 183},
     .moderator = "strategy.off_topic", .range = "0 0.25 0.5 0.75 1", .turns = "content about something else"},
    {.id = "C07", .article = "A", .claim = "People buy only once trust is there.", .settings = "market.considered_share=1",
     .lever = "market.trust_mean", .values = "0.2 0.35 0.5 0.65 0.8", .output = {"sales"},
     .moderator = "market.considered_share", .range = "1 0.75 0.5 0.25 0", .turns = "habitual, cheap goods"},
    {.id = "C08", .article = "A", .claim = "Care after the purchase brings people back.",
     .settings = "strategy.human_voice=0.8; strategy.canned_share=0", .lever = "strategy.converse", .values = "0 10 25 50 100", .dose = 2,
     .output = {"purchases_per_buyer"}, .moderator = "market.purchases_per_year", .range = "24 12 6 3 1", .turns = "goods that are bought once"},
    {.id = "C09", .article = "A", .claim = "People spread over many networks; be on many to reach them.", .base = kEverywhere,
     .lever = "strategy.platforms", .values = "1 2 3 4 6", .output = {"reached"},
     .moderator = "market.audience_overlap", .range = "0.5 0.7 0.85 0.95 1", .turns = "audiences overlap, networks cost much upkeep"},
    {.id = "C10", .article = "A", .claim = "Users would pay to be free of ads and of sold data.",
     .missing = "there is no paid tier and no owner of a medium; people pay only for the product"},
    {.id = "C11", .article = "A", .claim = "Social efforts fail unless aligned with what the firm stands for.", .base = kSideProject, .arm = 1,
     .lever = "brand.culture", .values = "0 0.25 0.5 0.75 1", .output = {"trust", Expect::Up, 183},
     .moderator = "market.gap_detection", .range = "0.2 0.1 0.05 0.01 0", .turns = "few posts and replies: nobody notices"},
    {.id = "C12", .article = "A", .claim = "Those who do the work should answer, not only marketing.", .base = kHired, .arm = 1,
     .lever = "strategy.expert_replies", .values = "0 0.25 0.5 0.75 1", .output = {"trust", Expect::Up, 183},
     .moderator = "market.coordination_delay", .range = "1 0.5 0.25 0.1 0", .turns = "finding them takes longer than people wait",
     .note = "The base has them an hour away, longer than a good part of the askers wait; the search goes towards no delay."},
    {.id = "C13", .article = "A", .claim = "Answering becomes a duty once others do it.", .settings = "market.rival_conversation=1",
     .lever = "strategy.converse", .values = "0 5 10 20 40", .output = {"attitude", Expect::Up, 183},
     .moderator = "market.rival_conversation", .range = "1 0.75 0.5 0.25 0", .turns = "no rival converses"},
    {.id = "C14", .article = "A", .claim = "A desk that is too small fails.", .settings = "strategy.human_voice=0.8; strategy.canned_share=0",
     .lever = "strategy.converse", .values = "1 2 5 10 20 40", .output = {"unanswered", Expect::Down}, .also = {"attitude", Expect::Up, 183},
     .moderator = "market.complaint_rate", .range = "0.25 0.15 0.05 0.01 0", .turns = "far fewer contacts than capacity"},
    {.id = "C15", .article = "B", .claim = "Conversation eats more effort than it gives back.", .base = kMegaphone, .arm = 1,
     .lever = "strategy.converse", .values = "0 10 25 50 100", .dose = 2, .output = {"npv", Expect::Down},
     .moderator = "market.failure_rate", .range = "0.02 0.1 0.2 0.4 0.6", .turns = "the first hours, many unanswered complaints"},
    {.id = "C16", .article = "B", .claim = "Showing expertise is time better spent.", .base = kMegaphone,
     .lever = "strategy.expertise", .values = "0 0.25 0.5 0.75 1", .output = {"trust", Expect::Up, 183},
     .moderator = "market.involvement", .range = "0.7 0.5 0.3 0.1 0.02", .turns = "a matter nobody cares about"},
    {.id = "C17", .article = "B", .claim = "Leaders should publish rather than converse.", .base = kMegaphone,
     .settings = "strategy.human_voice=0.8; strategy.canned_share=0", .lever = "strategy.converse", .values = "0 10 25 50 100", .dose = 3,
     .output = {"sales", Expect::Down}, .moderator = "market.failure_rate", .range = "0.02 0.1 0.2 0.4 0.6",
     .turns = "many failures and questions, much bad talk"},
    {.id = "C18", .article = "B", .claim = "Conversation is right where service is the task.",
     .settings = "brand.quality=0.6; market.failure_rate=0.2; market.complaint_rate=0.5; strategy.human_voice=0.8; strategy.canned_share=0",
     .lever = "strategy.converse", .values = "0 10 25 50 100", .dose = 2, .output = {"sales"},
     .moderator = "market.failure_rate", .range = "0.2 0.1 0.05 0.02 0", .turns = "none: it is the exception itself"},
    {.id = "C19", .article = "B", .claim = "Likes do not matter, effect does.",
     .lever = "market.like_rate", .values = "0 0.02 0.05 0.1 0.2", .output = {"likes"}, .also = {"sales", Expect::NoGain},
     .moderator = "market.ranking_gain", .range = "0 1 5 10 20", .turns = "networks rank by reactions"},
    {.id = "C20", .article = "B", .claim = "Collecting random followers is no aim.",
     .lever = "strategy.follower_ads", .values = "0 0.1 0.25 0.5", .output = {"followers"}, .also = {"sales", Expect::NoGain},
     .moderator = "strategy.boost_share", .range = "0 0.1 0.2 0.3 0.5", .turns = "posts to them are paid for"},
};

}  // namespace

std::span<const ClaimSpec> claims_of_interviews() { return kClaims; }

}  // namespace parley::claims
