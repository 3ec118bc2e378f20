// Rooms point inward: reads every #include under src/ and holds it against the order of rooms.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

// What each room may include, by the first part of the path (app is split: session knows no ImGui, platform alone knows SDL).
const std::map<std::string, std::set<std::string>> kAllowed = {
    {"model", {"model"}},
    {"scenario", {"scenario", "model"}},
    {"study", {"study", "scenario", "model"}},
    {"cli", {"cli", "study", "scenario", "model"}},
    {"app/session", {"app/session", "study", "scenario", "model"}},
    {"app/worker", {"app/worker", "study", "scenario", "model"}},
    {"app/platform", {"app", "app/platform", "app/session", "app/views", "app/widgets", "study", "scenario", "model"}},
    {"app", {"app", "app/platform", "app/session", "app/views", "app/widgets", "study", "scenario", "model"}},
};

// Third-party headers and the rooms that may see them.
const std::map<std::string, std::set<std::string>> kThirdParty = {
    {"nlohmann", {"scenario"}}, {"CLI", {"cli"}},         {"imgui", {"app", "app/views", "app/widgets", "app/platform"}},
    {"SDL", {"app/platform"}},  {"GLES", {"app/platform"}}, {"emscripten", {"app/platform", "app/worker"}},
};

std::string room_of(const std::string& path) {
    const auto first = path.find('/');
    if (first == std::string::npos) return path;
    const std::string room = path.substr(0, first);
    if (room != "app") return room;
    const auto second = path.find('/', first + 1);
    return second == std::string::npos ? "app" : path.substr(0, second);
}

}  // namespace

TEST_CASE("rooms include only inward and third-party headers stay in their room") {
    const std::filesystem::path root = std::filesystem::path(PARLEY_SOURCE_DIR) / "src";
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") continue;
        ++files;
        const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
        std::string room = room_of(path);
        const std::string fine = room;
        if (!kAllowed.count(room)) room = "app";  // views and widgets follow the rule of app
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            if (line.rfind("#include", 0) != 0) continue;
            const auto open = line.find_first_of("\"<"), close = line.find_first_of("\">", open + 1);
            if (open == std::string::npos || close == std::string::npos) continue;
            const std::string included = line.substr(open + 1, close - open - 1);
            CAPTURE(path);
            CAPTURE(included);
            if (line[open] == '"' && std::filesystem::exists(root / included)) {
                const std::string target = room_of(included);
                CHECK(kAllowed.at(room).count(target) == 1);
                // Views never reach into the platform, except for the one drawing call it offers.
                if (fine == "app/views" && target == "app/platform") CHECK(included == "app/platform/town_renderer.h");
            } else {
                for (const auto& [prefix, rooms] : kThirdParty)
                    if (included.rfind(prefix, 0) == 0) CHECK(rooms.count(fine) == 1);
            }
        }
    }
    CHECK(files > 40);
}
