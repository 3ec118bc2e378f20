// web/guide/claims.md, whole: for a marketing director, written by `parley claims --format md`.
#include <algorithm>
#include <cmath>

#include "parley_version.h"
#include "scenario/marked_tables.h"
#include "study/claims/lab.h"
#include "study/claims/page.h"
#include "study/claims/words.h"
#include "study/wording.h"

namespace parley {
namespace claims {
namespace {

struct Article {
    const char *letter, *title;
};
constexpr Article kArticles[] = {
    {"A", "Customers Expect SOCIAL In Your Social Media Leadership (2013, an interview)"},
    {"B", "If One Thing Could Fix Your Social Media Campaign, This Is It (2013, a column)"},
    {"C", "A list of ten points that its author would call Stating The Obvious (2011), and the comments below it"},
    {"D", "Engagement is a contact sport (2010)"},
    {"E", "Social Media Errors of Corporate Status Quo (2013)"},
};

// Where the articles contradict each other: what stands against what, and the rows that measure it.
struct Contradiction {
    const char *title, *words, *ids;
};
constexpr Contradiction kContradictions[] = {
    {"Publish, or converse?", "B tells leaders to publish and not to converse; A, C and E tell everyone to converse. B exempts service.", "C17 C01 C40 C15 C18"},
    {"Two kinds of leader", "B and D both speak of leadership. In B a leader speaks; in D a leader asks first.", "C16 C17 C32 C53"},
    {"Too late, or never too late?", "D holds that opinions that have formed hardly move; a comment below C holds that one mended complaint moves much.", "C47 C40"},
    {"Many networks, or few?", "A wants brands on many networks, E on few.", "C09 C55 C41"},
    {"Can it be bought?", "C holds that an agency cannot have your relationships; a comment holds that an agency is better than nobody.", "C22 C23"},
    {"Do sales follow?", "E holds that sales follow kindness; a comment below C holds that what happens online need not become sales.", "C60 C36"},
    {"Half of the effort for listening?", "D asks for more than half. Published practice puts about 60 % of the money into reach, which leaves no such half.", "C50 C49 C32"},
};

std::string expected_words(const ClaimOutput& output) {
    return output.expect == Expect::Up ? "should rise" : output.expect == Expect::Down ? "should fall" : "should not gain";
}

// A number and its per cent sign stay on one line.
std::string unbroken(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' && i + 1 < text.size() && text[i + 1] == '%') out += "\u00a0";
        else out += text[i];
    }
    return out;
}

std::string bold(const std::string& words) { return "**" + words + "**"; }

// "to 10: +5.5 %; to 20: +9.0 %"; what is not told apart from no change stands in brackets.
std::string effects(const ClaimSpec& spec, const std::vector<ClaimPoint>& points) {
    std::string out;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const std::string one = "to " + value_words(spec.lever, points[i].value) + ": " + share_words(points[i].share);
        out += (i > 1 ? "; " : "") + (points[i].moved ? one : "(" + one + ")");
    }
    return out;
}

const char* standing_words(Standing standing) {
    const char* const words[] = {"holds", "goes the other way", "mixed", "not expressed"};
    return words[static_cast<int>(standing)];
}

std::string experiment(const ClaimResult& result) {
    const ClaimSpec& spec = *result.spec;
    if (spec.lottery) return lottery_words(result) + " *" + spec.note + "*";
    std::string out = bold(label_of_path(spec.lever)) + " from " + value_words(spec.lever, result.points.empty() ? "" : result.points[0].value) + ". " +
                      label_of(spec.output) + " " + expected_words(spec.output) + ": " + effects(spec, result.points) + ".";
    if (spec.also.what) out += " " + label_of(spec.also) + " " + expected_words(spec.also) + ": " + effects(spec, result.also) + ".";
    if (*spec.note) out += " *" + std::string(spec.note) + "*";
    return out;
}

std::string turn_cell(const ClaimResult& result) {
    if (result.spec->lottery) return "";
    const std::string expected = std::string("Expected: ") + result.spec->turns + ".";
    const std::string found = turn_words(result);
    if (found.empty()) return expected + " Not searched.";
    return expected + " " + (result.turn.form == Turn::Form::Reverses ? bold("Found") : "Found") + ": " + found + ".";
}

std::string verdict_cell(const ClaimResult& result) {
    return bold(capital_of(standing_words(result.standing))) + (result.pairs > kClaimPairs ? " (" + std::to_string(result.pairs) + " pairs)" : "");
}

int with_turn(std::span<const ClaimResult> results, Turn::Form form) {
    return static_cast<int>(std::count_if(results.begin(), results.end(), [&](const ClaimResult& r) { return r.expressed() && r.turn.form == form; }));
}

std::string front(std::span<const ClaimResult> results, const ClaimsEffort& effort) {
    const auto n = [](int count) { return std::to_string(count); };
    const int all = static_cast<int>(results.size());
    const auto unmeasured = static_cast<int>(std::count_if(results.begin(), results.end(), [](const ClaimResult& r) { return r.spec->missing; }));
    std::string out = "# Claims of the articles\n\n<!-- claims: engine " PARLEY_VERSION ", fingerprint " + claims_fingerprint() + " -->\n\n";
    out += "Measured with engine " PARLEY_VERSION " on " +
           (effort.quick ? n(kQuickClaimPairs) + " pairs of worlds" : n(kClaimPairs) + " pairs of worlds, " + n(kMoreClaimPairs) + " where those decided nothing,") +
           " by `parley claims --format md" + (effort.quick ? " --quick" : "") + "`.\n\n";
    out += "Five articles argue about how brands should use social media. Here each of their claims stands in our own words, " + n(all) +
           " of them, and each is put to the model: something is moved, something is watched, and everything else stays as it is, down to the luck of "
           "every customer. So a difference can come from nothing but what was moved.\n\n";
    out += "Of " + n(all) + " claims " + bold(n(count_expressed(results)) + " are expressed") + ": what the claim speaks of does move what it promises. Of these " +
           bold(n(count_of(results, Standing::Holds)) + " hold") + ", " + bold(n(count_of(results, Standing::OtherWay)) + " go the other way") + " and " +
           bold(n(count_of(results, Standing::Mixed)) + " are mixed") + ". In " + n(with_turn(results, Turn::Form::Reverses)) +
           " the effect turns around when one more thing changes, and in " + n(with_turn(results, Turn::Form::Vanishes)) + " it fades away. " + n(unmeasured) +
           " were not put to the model, and the reason is given.\n\n";
    out += "![All claims as tiles, by article: which hold, which go the other way, which are mixed, which are not expressed, and which turn.](pictures/claims.svg)\n\n";
    return out;
}

std::string how_to_read(const ClaimsEffort& effort) {
    return "## How to read it\n\n"
           "- **Expressed**: at some value of what is moved, the output differs from that at the first value by more than chance (90 % for the claim as a whole, "
           "however many values it has) and by at least half a per cent. A claim whose lever moves nothing is not expressed, and says so.\n"
           "- **Holds**: every value that makes a difference makes it the way the claim says. **Goes the other way**: every one makes it the opposite way. "
           "**Mixed**: it depends how much, or a second thing the claim promises does not come with it.\n"
           "- **Turns**: one more thing is changed step by step, from what it is in the scenario to where research or plain sense expects the opposite. "
           "Where the effect changes its sign, the place is narrowed down; what stands in brackets is what it lies between. \"Vanishes\" is not \"reverses\": the effect is "
           "there no longer, but nothing speaks for the opposite. \"Not found\" tells how many places were looked at.\n"
           "- Percentages are changes of the output against the first value; \u00d73.0 means three times as much. Values in brackets could be chance.\n"
           "- Many claims hold because the model has the very mechanism they speak of. What is worth a discussion is the size, what it costs, and what turns it.\n"
           "- Where money for conversation is taken from talk, as in C01, C15, C17, C18, C21 and C40, the loss of talk is part of the effect. Where the claim is about "
           "answering as such, as in C08, C13, C14, C23, C38 and C54, the money stays as it is and the price of a reply moves, so that the desk grows and nothing else.\n"
           "- All of it is *in this model*. A claim that holds here is no proof, and one that fails here is no refutation: it shows what follows from assumptions that "
           "[the description of the model](model.md) names. Where the model and measurements part is told under [what it cannot tell](limits.md).\n\n" +
           std::string(effort.quick ? "This page is a quick look: few worlds, three values of each lever.\n\n" : "");
}

std::string contradictions(std::span<const ClaimResult> results) {
    std::string out = "## Where the articles contradict each other\n\nGood to put on stage: let the room take sides before you show the measurement.\n\n";
    for (const Contradiction& one : kContradictions) {
        std::string rows;
        for (const std::string& id : words_of(one.ids))
            for (const ClaimResult& result : results)
                if (result.spec->id == id && !result.spec->missing) {
                    const bool turns = result.turn.form == Turn::Form::Reverses || result.turn.form == Turn::Form::Vanishes;
                    rows += unbroken("- **" + id + "** " + result.spec->claim + " " + bold(capital_of(standing_words(result.standing))) + ": " +
                            lowered(label_of(result.spec->output)) + ", when " + lowered(label_of_path(result.spec->lever)) + " goes from " +
                            value_words(result.spec->lever, result.points.empty() ? "" : result.points[0].value) + " " + effects(*result.spec, result.points) + "." +
                            (turns ? " " + capital_of(turn_words(result)) + "." : "")) + "\n";
                }
        if (!rows.empty()) out += std::string("### ") + one.title + "\n\n" + one.words + "\n\n" + rows + "\n";
    }
    return out;
}

std::string by_article(std::span<const ClaimResult> results) {
    std::string out = "## Article by article\n\n";
    for (const Article& article : kArticles) {
        std::string rows;
        for (const ClaimResult& result : results)
            if (result.spec->article[0] == article.letter[0] && !result.spec->missing) rows += claim_row(result);
        if (!rows.empty())
            out += std::string("### ") + article.letter + ": " + article.title + "\n\n" + table_head({"Claim", "In this model", "What is moved, what is watched", "When it turns"}) + rows + "\n";
    }
    return out;
}

std::string missing(std::span<const ClaimResult> results) {
    std::string rows;
    for (const ClaimResult& result : results)
        if (result.spec->missing) rows += std::string("- **") + result.spec->id + "** (" + result.spec->article + ") " + result.spec->claim + " Not expressed: " + result.spec->missing + ".\n";
    return rows.empty() ? "" : "## Not put to the model\n\n" + rows + "\n";
}

// Experiments were written down before any was run; this is what a first look changed, whatever came out afterwards.
constexpr const char* kChanged =
    "## What was changed after a first look\n\n"
    "The experiments were written down before any of them ran. A first look on six pairs of worlds changed these:\n\n"
    "- Conversation had taken its money from talk, so that the loss of talk hid what answering does. The desk now grows by a lower price of a reply: C08, C13, C14, C23, C38, C54. "
    "Posts cost nothing: C33, C36, C43.\n"
    "- The effect went against the claim from the start, so the search for a turn went where it might come to hold: C01 (budget), C09 (upkeep), C15 (questions), C28 (price of operations), C35 (weight of "
    "bought praise).\n"
    "- Engaging came to include listening: C01. Trust is now moved by something hidden that comes out, as the level at the start sets no market share: C07.\n"
    "- There was too little of what the claim is about: experts at hand in C12, questions and budget in C18, complaints in C31 and C39, gaffes and an output that shows them in C42, people paid to speak in "
    "C46, no other source of advice in C48, a house as warm as its voice in C59.\n"
    "- Random strategies came in for C30, which had been left out.\n\n";

std::string drawn_turns(std::span<const ClaimResult> results) {
    std::string out;
    int n = 0;
    for (const ClaimResult* result : told_turns(results))
        out += "![" + std::string(result->spec->id) + " " + result->spec->claim + " " + capital_of(turn_words(*result)) + ".](pictures/" + turn_file(++n) + ")\n\n";
    return out.empty() ? "" : "## When it turns, drawn\n\nThe effect of what is moved, along one more thing. Above zero it raises the output, below it lowers it; the band is what chance leaves open.\n\n" + out;
}

}  // namespace

std::string claim_row(const ClaimResult& result) {
    const ClaimSpec& spec = *result.spec;
    return unbroken(table_row({bold(spec.id) + " " + spec.claim + (std::string_view(spec.article).size() > 1 ? " (a comment)" : ""), verdict_cell(result), experiment(result), turn_cell(result)}));
}

}  // namespace claims

std::string claims_page(std::span<const ClaimResult> results, const ClaimsEffort& effort) {
    using namespace claims;
    return front(results, effort) + how_to_read(effort) + contradictions(results) + by_article(results) + drawn_turns(results) + missing(results) + (results.size() == all_claims().size() ? kChanged : "");
}

}  // namespace parley
