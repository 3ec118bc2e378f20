#include "cli/files.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

namespace parley {
namespace {

namespace fs = std::filesystem;

std::string reason() { return errno ? std::strerror(errno) : "the system does not say why"; }

// Where a rename has to go: a link is followed, so that it stays a link.
fs::path target_of(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::is_symlink(path, error) ? fs::canonical(path, error) : fs::path(path);
    return error ? fs::path(path) : real;
}

bool is_special(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error) && !fs::is_regular_file(path, error);
}

fs::path neighbour_of(const fs::path& target) {
    fs::path name = target;
    name += ".part" + std::to_string(getpid());
    return name;
}

bool put(const fs::path& path, const std::string& text, std::string& why) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) why = reason();
    return static_cast<bool>(file);
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::size_t limit, std::string& why) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        why = path + ": cannot be read: it is a folder";
        return {};
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string text(limit, '\0');
    if (file) file.read(text.data(), static_cast<std::streamsize>(limit));
    if (!file.is_open() || file.bad()) {
        why = path + ": cannot be read: " + reason();
        return {};
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

bool write_file(const std::string& path, const std::string& text, std::string& why) {
    const fs::path target = target_of(path);
    std::string cause;
    std::error_code error;
    if (fs::is_directory(target, error)) {
        why = path + ": cannot be written: it is a folder";
        return false;
    }
    if (is_special(target)) {
        if (put(target, text, cause)) return true;
        why = path + ": cannot be written: " + cause;
        return false;
    }
    const fs::path neighbour = neighbour_of(target);
    if (put(neighbour, text, cause)) {
        fs::rename(neighbour, target, error);
        if (!error) return true;
        cause = error.message();
    }
    fs::remove(neighbour, error);
    why = path + ": cannot be written: " + cause;
    return false;
}

bool can_write(const std::string& path, std::string& why) {
    const fs::path target = target_of(path);
    std::error_code error;
    std::string cause;
    if (fs::is_directory(target, error)) {
        why = path + ": cannot be written: it is a folder";
        return false;
    }
    if (is_special(target)) return true;
    const bool possible = put(neighbour_of(target), "", cause);
    fs::remove(neighbour_of(target), error);
    if (!possible) why = path + ": cannot be written: " + cause;
    return possible;
}

int deliver(Console& console, const std::string& text, const std::string& path) {
    if (path.empty()) {
        console.out << text << std::flush;
        if (console.out) return kDone;
        console.err << "parley: the result cannot be written to standard output\n";
        return kNoFile;
    }
    std::string why;
    if (write_file(path, text, why)) return kDone;
    console.err << why << '\n';
    return kNoFile;
}

}  // namespace parley
