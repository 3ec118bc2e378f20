// parley report, as a person calls it.
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/xml.h"

using namespace parley;

namespace {

namespace fs = std::filesystem;

struct Said {
    int exit;
    std::string out, err;
};
Said says(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    Console console{out, err, false};
    const int exit = run_cli(arguments, console);
    return {exit, out.str(), err.str()};
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Folder {
    fs::path path = fs::temp_directory_path() / "parley_report_test";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    std::string operator/(const char* name) const { return (path / name).string(); }
};

const std::vector<std::string> kSmall{"report", "00_null_twins", "--pairs", "3", "--set", "market.customers=200"};

std::vector<std::string> with(std::vector<std::string> more) {
    std::vector<std::string> all = kSmall;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace

TEST_CASE("a report is a page and, if wanted, two tables, the same on one thread and on two") {
    const Folder folder;
    Said one = says(with({"--out", folder / "one.html", "--jobs", "1", "--csv", folder / "tables"}));
    CHECK(one.exit == kDone);
    CHECK(one.out.empty());
    const std::string page = content_of(folder / "one.html");
    CHECK(support::xml_trouble(page) == "");
    CHECK(page.find("00_null_twins") != std::string::npos);
    CHECK(content_of(folder / "tables/comparison.csv").rfind("a,b,outcome", 0) == 0);
    CHECK(content_of(folder / "tables/series.csv").rfind("arm,observable", 0) == 0);
    CHECK(says(with({"--out", folder / "two.html", "--jobs", "2", "--gap"})).exit == kDone);
    CHECK(says(with({"--out", folder / "three.html", "--jobs", "2"})).exit == kDone);
    CHECK(content_of(folder / "three.html") == page);
    CHECK(content_of(folder / "two.html") != page);
    CHECK(says(with({"--out", folder / "one.html", "--csv", folder / "tables", "--decimal-comma"})).exit == kDone);
    CHECK(content_of(folder / "tables/comparison.csv").find("a;b;outcome") == 3);
}

TEST_CASE("a report that cannot be written leaves nothing behind and says why") {
    const Folder folder;
    CHECK(says(with({"--out", folder / "no/such/folder.html"})).exit == kNoFile);
    std::ofstream(folder / "file") << "in the way";
    const Said blocked = says(with({"--out", folder / "page.html", "--csv", folder / "file"}));
    CHECK(blocked.exit == kNoFile);
    CHECK(blocked.err.find("file: cannot be made a folder") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "page.html"));
}

TEST_CASE("a report without a file to write to, on a study file or with a stray option is wrong usage") {
    CHECK(says(kSmall).exit == kWrongUsage);
    const Said study = says({"report", "x.sqlite", "--out", "y.html"});
    CHECK(study.exit == kWrongUsage);
    CHECK(study.err.find("stud") != std::string::npos);
    CHECK_FALSE(fs::exists("y.html"));
    CHECK(says(with({"--out", "y.html", "--decimal-comma"})).exit == kWrongUsage);
    CHECK_FALSE(fs::exists("y.html"));
}
