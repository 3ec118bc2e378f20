// The pages of the guide: their tables are fresh, their list is whole, their links lead somewhere.
#include "study/guide.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "../scenario/read_file.h"
#include "app/session/agenda.h"
#include "app/session/keys.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"
#include "study/provenance.h"
#include "study/strings.h"

using namespace parley;
using namespace parley::test;

namespace {

const std::string kFolder = "web/guide/";

std::vector<Scenario> shipped() {
    std::vector<Scenario> all;
    for (const std::string& id : scenario_ids()) all.push_back(parsed(std::string(*shipped_scenario(id))));
    return all;
}

std::set<std::string> files() {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(PARLEY_SOURCE_DIR) / kFolder))
        if (entry.path().extension() == ".md") names.insert(entry.path().filename().string());
    return names;
}

// Names in the order of pages.txt, without the labels.
std::vector<std::string> listed() {
    std::vector<std::string> names;
    const std::string text = read_file(kFolder + "pages.txt");
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (line.find('\t') != line.npos) names.push_back(line.substr(0, line.find('\t')));
        at = end + 1;
    }
    return names;
}

}  // namespace

TEST_CASE("the tables of the guide are those of the scenarios and of the measurements") {
    const std::string expected = read_file("tests/baselines/expected.csv"), assumptions = read_file("assets/assumptions.csv");
    int tables = 0;
    for (const std::string& name : files()) {
        const std::string text = read_file(kFolder + name);
        CAPTURE(name);
        const bool fresh = with_guide_tables(text, shipped(), expected, assumptions) == text;
        INFO("stale: run parley bless");
        CHECK(fresh);
        for (const char* table : {"teaching", "answers"}) tables += text.find("<!-- table: " + std::string(table) + " -->") != text.npos;
    }
    CHECK(tables == 2);
}

TEST_CASE("the answer key holds every promise of every scenario with a measured frequency") {
    const std::string text = read_file(kFolder + "answer_key.md");
    for (const Scenario& s : shipped())
        for (const Expectation& e : s.expected) CHECK_MESSAGE(text.find("| " + e.ahead + " |") != text.npos, s.id);
    CHECK(text.find("not measured") == text.npos);
}

TEST_CASE("every number of the tables stands on the page of provenance, and its picture counts them") {
    const std::string page = read_file(kFolder + "provenance.md"), picture = read_file(kFolder + "pictures/provenance.svg");
    CHECK_MESSAGE(picture == provenance_picture(), "stale: run parley bless --tables");
    int rows = 0;
    for (const ParamTable* table : param_tables())
        for (const ParamSpec& row : table->rows) {
            CAPTURE(row.name);
            const std::string name = "`" + std::string(table->name) + "." + row.name + "` |";
            const std::size_t at = page.find(name);
            CHECK(at != page.npos);
            CHECK(page.find(name, at + 1) == page.npos);
            ++rows;
        }
    CHECK(rows == grades().all);
    for (const SourceSpec& source : sources())
        if (*source.doi) CHECK_MESSAGE(page.find(std::string("https://doi.org/") + source.doi) != page.npos, source.name);
    CHECK(page.find(assumed_line()) != page.npos);
    CHECK(read_file(kFolder + "quick_start.md").find(assumed_line()) != std::string::npos);
}

TEST_CASE("a promise that nobody measured says so") {
    const std::string text = "<!-- table: answers --><!-- end -->";
    CHECK(with_guide_tables(text, shipped(), "", "").find("not measured") != std::string::npos);
}

TEST_CASE("the list of pages names every page once, and the description of the model") {
    const std::vector<std::string> names = listed();
    std::set<std::string> there = files(), once(names.begin(), names.end());
    there.insert("model.md");
    CHECK(once.size() == names.size());
    CHECK(once == there);
}

TEST_CASE("no link of the guide is dead, and every page has one heading of the first rank") {
    const std::vector<std::string> names = listed();
    for (const std::string& name : files()) {
        const std::string text = read_file(kFolder + name);
        CAPTURE(name);
        CHECK(text.starts_with("# "));
        CHECK(text.find("\n# ") == text.npos);
        for (std::size_t at = text.find("]("); at != text.npos; at = text.find("](", at + 1)) {
            std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
            target = target.substr(0, target.find('#'));
            CAPTURE(target);
            const bool picture = target.starts_with("pictures/") && std::filesystem::exists(std::filesystem::path(PARLEY_SOURCE_DIR) / kFolder / target);
            const bool abroad = target.starts_with("https://doi.org/10.");
            const bool there = picture || abroad || std::find(names.begin(), names.end(), target) != names.end();
            CHECK(there);
        }
    }
}

TEST_CASE("the plan on paper is the plan on the page") {
    const std::string text = read_file(kFolder + "seminar.md");
    const std::size_t brief = text.find("## 45 minutes"), half_day = text.find("## Half a day");
    REQUIRE(brief != text.npos);
    REQUIRE(half_day != text.npos);
    for (const Form form : {Form::Full, Form::Short, Form::Long}) {
        const std::string part = form == Form::Full ? text.substr(0, brief) : form == Form::Short ? text.substr(brief, half_day - brief) : text.substr(half_day);
        int minute = 0;
        for (const Block& block : agenda_blocks(form)) {
            const std::string title = tr("agenda." + std::string(block.id) + ".title");
            const std::size_t row = part.find("| " + title + " |");
            CAPTURE(title);
            REQUIRE(row != part.npos);
            const std::size_t line = part.rfind('\n', row) + 1;
            CHECK(part.substr(line, row - line).starts_with("| " + std::to_string(minute) + "\u2013"));
            minute += block.minutes[static_cast<std::size_t>(form)];
        }
        CHECK(part.find("\u2013" + std::to_string(minute) + " |") != part.npos);
    }
}

TEST_CASE("the page of keys lists every key as the page itself does") {
    const std::string text = read_file(kFolder + "keys.md");
    for (const KeyRow& key : key_table()) CHECK_MESSAGE(text.find("| " + tr(key.cap) + " | " + tr(key.text) + " |") != text.npos, tr(key.cap));
}

TEST_CASE("what the model cannot tell says the same on the page and on paper") {
    const std::string page = tr("limits.text"), paper = read_file(kFolder + "limits.md");
    int points = 0;
    for (std::size_t at = page.find("- **"); at != page.npos; at = page.find("- **", at + 1), ++points) {
        std::string point = page.substr(at + 4, page.find("**", at + 4) - at - 4);
        if (const std::size_t curly = point.find("\u2019"); curly != point.npos) point.replace(curly, 3, "'");
        CHECK_MESSAGE(paper.find("**" + point + "**") != paper.npos, point);
    }
    CHECK(points >= 7);
}
