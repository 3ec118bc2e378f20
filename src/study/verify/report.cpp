// What leaves `parley verify`: text for a terminal, JSON for programs.
#include <algorithm>

#include "parley_version.h"
#include "scenario/json_writer.h"
#include "study/verify.h"
#include "study/wording.h"

namespace parley {
namespace {

using Layout = JsonWriter::Layout;

// As many decimals as show a tenth of the tolerance; none where whole numbers must be equal.
int decimals_of(const CheckRow& row) {
    double step = row.tolerance > 0 ? row.tolerance / 10 : 1;
    int decimals = 0;
    for (; step < 1 && decimals < 7; step *= 10) ++decimals;
    const double exact = row.exact < 0 ? -row.exact : row.exact;
    const bool whole = row.exact == static_cast<double>(static_cast<long long>(exact)) && row.measured == row.exact;
    return row.tolerance > 0 ? std::max(decimals, 1) : whole ? 0 : 6;
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line = " ";
    for (std::size_t i = 0; i < cells.size(); ++i) line += " " + padded(cells[i], widths[i], i > 0 && i < 4) + " ";
    return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

}  // namespace

std::string verification_text(std::span<const Check> checks) {
    const std::vector<std::string> head = {"", "exact", "measured", "tolerance", ""};
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths;
    const auto widen = [&](const std::vector<std::string>& cells) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width_of(cells[i]));
    };
    widen(head);
    for (const Check& check : checks)
        for (const CheckRow& row : check.rows) {
            const int decimals = decimals_of(row);
            rows.push_back({row.what, grouped_text(row.exact, decimals), grouped_text(row.measured, decimals),
                            row.tolerance == 0 ? "equal" : grouped_text(row.tolerance, decimals),
                            row.held ? "holds" : "FALLS SHORT"});
            widen(rows.back());
        }

    std::string text;
    std::size_t next = 0, hold = 0;
    for (const Check& check : checks) {
        hold += check.held();
        text += check.name + "  " + check.title + " (" + runs_name(check.runs) +
                "): " + (check.held() ? "holds" : "FALLS SHORT") + "\n";
        text += "  " + check.statement + "\n" + line_of(head, widths);
        for (std::size_t i = 0; i < check.rows.size(); ++i) text += line_of(rows[next++], widths);
        text += "\n";
    }
    return text + grouped_text(static_cast<double>(checks.size()), 0) + (checks.size() == 1 ? " check, " : " checks, ") +
           grouped_text(static_cast<double>(hold), 0) + (hold == 1 ? " holds\n" : " hold\n");
}

std::string verification_json(std::span<const Check> checks) {
    JsonWriter json;
    json.begin_object();
    json.member("format", "parley.verification/1").member("engine", PARLEY_VERSION);
    const auto hold = std::count_if(checks.begin(), checks.end(), [](const Check& check) { return check.held(); });
    json.member("checks_run", checks.size()).member("checks_held", hold);
    json.key("checks").begin_array();
    for (const Check& check : checks) {
        json.begin_object();
        json.member("name", check.name).member("title", check.title).member("statement", check.statement);
        json.member("runs", runs_name(check.runs)).member("held", check.held());
        json.key("rows").begin_array();
        for (const CheckRow& row : check.rows) {
            json.begin_object(Layout::Line);
            json.member("what", row.what).member("exact", row.exact).member("measured", row.measured);
            json.member("tolerance", row.tolerance).member("held", row.held);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace parley
