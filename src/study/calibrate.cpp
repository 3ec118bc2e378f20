#include "study/calibrate.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "model/detmath.h"
#include "study/least_squares.h"
#include "study/wording.h"

namespace parley {
namespace {

// Starts are the round numbers of the first trial of the model.
constexpr FittedSpec kFitted[] = {
    {"weight_adstock", 0.95, 0.2, 2.5},
    {"weight_habit", 0.3, 0, 1.5},
    {"annoyance", 0.02, 0.001, 0.2},
    {"weight_praise", 0.6, 0.05, 2},
    {"weight_blame", 0.45, 0.05, 2},
    {"satisfaction_base", -1.35, -2, -0.5},
    {"share_branching", 0.2, 0.02, 0.8},
};

// Published values: the centres of the bands where no single one was published.
constexpr MomentSpec kMomentTable[] = {
    {"F3", 0, 0.12, 32}, {"F3", 1, 0.24, 32}, {"F5", 0, 10, 4}, {"F7", 0, 0.236, 32}, {"F7", 1, 0.417, 32}, {"F11", 0, 3, 8}, {"F26", 0, 0.825, 8}, {"F26", 1, 0.025, 8},
};

constexpr int kCorners = 16;

// Side of a factor at a corner, -1 or 1: four factors by the bits of its number, the others by products of three of them.
double corner(int t, std::size_t factor) {
    const auto bit = [&](int k) { return t >> k & 1 ? 1.0 : -1.0; };
    switch (factor) {
        case 4: return bit(1) * bit(2) * bit(3);
        case 5: return bit(0) * bit(2) * bit(3);
        case 6: return bit(0) * bit(1) * bit(2);
        case 7: return bit(0) * bit(1) * bit(3);
        default: return bit(static_cast<int>(factor));
    }
}

const FactRowSpec& row_of(const MomentSpec& moment) { return find_fact(moment.fact)->rows[moment.row]; }
double half_band(const FactRowSpec& row) { return (row.high - row.low) / 2; }

double three_digits(double value) {
    if (value == 0) return 0;
    double scale = 1;
    while (std::fabs(value) * scale < 100) scale *= 10;
    while (std::fabs(value) * scale >= 1000) scale /= 10;
    return std::floor(value * scale + 0.5) / scale;
}

// The moments with these values of the block.
std::vector<FactRow> rows_with(std::span<const double> block, const CalibrationPains& pains, int jobs) {
    const Defaults defaults = [&](Market& market) {
        for (std::size_t i = 0; i < std::size(kFitted); ++i) value_of(market, *kMarketTable.find(kFitted[i].row)) = block[i];
    };
    std::vector<FactRow> rows;
    const FactSpec* last = nullptr;
    Fact fact;
    for (const MomentSpec& moment : kMomentTable) {
        const FactSpec* spec = find_fact(moment.fact);
        assert(spec);
        if (spec != last) {
            const int pairs = std::max(2, static_cast<int>(moment.pairs * pains.worlds + 0.5));
            fact = run_fact(*spec, {pains.customers, pairs, pairs}, jobs, defaults);
            last = spec;
        }
        assert(moment.row < fact.rows.size() && fact.rows[moment.row].spec.two_sided());
        rows.push_back(fact.rows[moment.row]);
    }
    return rows;
}

std::vector<double> residuals_of(const std::vector<FactRow>& rows) {
    std::vector<double> residuals;
    for (std::size_t m = 0; m < rows.size(); ++m)
        residuals.push_back((rows[m].measured.mean - kMomentTable[m].published) / half_band(rows[m].spec));
    return residuals;
}

double squares(const std::vector<double>& residuals) {
    double sum = 0;
    for (const double r : residuals) sum += r * r;
    return sum;
}

std::string short_number(double value) {
    const double size = std::fabs(value);
    return grouped_text(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : size >= 0.001 ? 5 : 7);
}

}  // namespace

std::span<const FittedSpec> fitted_block() { return kFitted; }
std::span<const MomentSpec> moments() { return kMomentTable; }

bool Calibration::shipped() const {
    return std::all_of(block.begin(), block.end(), [](const Value& value) { return value.shipped(); });
}

int trials_of(const CalibrationPains& pains) { return pains.regions * (kCorners + 1) + 1; }

Calibration calibrate(const CalibrationPains& pains, int jobs, const std::function<void(int)>& progress) {
    constexpr std::size_t n = std::size(kFitted);
    static_assert(n <= 8, "sixteen corners tell up to eight numbers apart");
    Calibration out;
    const auto trial = [&](std::span<const double> block) {
        std::vector<FactRow> rows = rows_with(block, pains, jobs);
        if (progress) progress(++out.trials);
        else ++out.trials;
        return rows;
    };
    // Where the centre stands, as a multiple of the start, in logarithms; signs stay.
    std::vector<double> centre(n, 0.0);
    const auto block_at = [&](std::span<const double> place) {
        std::vector<double> block;
        for (std::size_t i = 0; i < n; ++i)
            block.push_back(std::clamp(kFitted[i].start * parley::exp(place[i]), kFitted[i].low, kFitted[i].high));
        return block;
    };
    double reach = parley::log(1.6);
    for (int region = 0; region < pains.regions; ++region, reach /= 2) {
        // The corners around the centre, and the centre.
        std::vector<std::vector<double>> design, found;  // [trials][1 + block], [moments][trials]
        found.resize(std::size(kMomentTable));
        for (int t = 0; t <= kCorners; ++t) {
            std::vector<double> place = centre, row{1};
            for (std::size_t i = 0; i < n; ++i) {
                const double side = t < kCorners ? corner(t, i) : 0;
                place[i] += side * reach;
                row.push_back(side);
            }
            const std::vector<FactRow> rows = trial(block_at(place));
            for (std::size_t m = 0; m < rows.size(); ++m) found[m].push_back(parley::log(std::max(kMomentTable[m].published / 100, rows[m].measured.mean)));
            if (region == 0 && t == kCorners) out.at_start = squares(residuals_of(rows));
            design.push_back(std::move(row));
        }
        std::vector<LinearFit> planes;
        for (const std::vector<double>& logs : found) planes.push_back(linear_fit(design, logs));

        // The least sum of squares on the planes, not far beyond the corners.
        const Residuals promised = [&](std::span<const double> sides) {
            std::vector<double> residuals;
            for (std::size_t m = 0; m < planes.size(); ++m) {
                double logs = planes[m].coefficients[0];
                for (std::size_t i = 0; i < n; ++i) logs += planes[m].coefficients[i + 1] * sides[i];
                residuals.push_back((parley::exp(logs) - kMomentTable[m].published) / half_band(row_of(kMomentTable[m])));
            }
            return residuals;
        };
        const std::vector<Parameter> sides(n, Parameter{0, -1.5, 1.5, 1e-4});
        const CurveFit best = fit_curve(sides, promised, 100, 1e-6);
        for (std::size_t i = 0; i < n; ++i) centre[i] += best.parameters[i] * reach;
    }
    const std::vector<double> last = block_at(centre);
    std::vector<double> told;
    for (std::size_t i = 0; i < n; ++i) {
        told.push_back(three_digits(last[i]));
        out.block.push_back({kMarketTable.find(kFitted[i].row), kFitted[i].start, told[i], last[i] <= kFitted[i].low || last[i] >= kFitted[i].high});
    }
    const std::vector<FactRow> rows = trial(told);
    for (std::size_t m = 0; m < rows.size(); ++m) out.moments.push_back({&kMomentTable[m], rows[m]});
    out.sum = squares(residuals_of(rows));
    return out;
}

std::string calibration_text(const Calibration& c) {
    std::string text = "Fitted by simulated moments on response surfaces, " + std::to_string(c.trials) + " trials\n\n";
    const auto line = [&](const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
        std::string out = " ";
        for (std::size_t i = 0; i < cells.size(); ++i) out += " " + padded(cells[i], widths[i], i > 0 && i + 1 < cells.size()) + " ";
        text += out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
    };
    const auto table = [&](const std::vector<std::vector<std::string>>& rows) {
        std::vector<std::size_t> widths(rows[0].size());
        for (const auto& row : rows)
            for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
        for (const auto& row : rows) line(row, widths);
        text += "\n";
    };
    std::vector<std::vector<std::string>> values = {{"market", "start", "fitted", "shipped", ""}};
    for (const Calibration::Value& v : c.block)
        values.push_back({v.row->name, short_number(v.start), short_number(v.value), short_number(v.row->value),
                          std::string(v.shipped() ? "as shipped" : "DIFFERS") + (v.at_limit ? ", at its limit" : "")});
    table(values);
    std::vector<std::vector<std::string>> found = {{"moment", "published", "found", "90 % interval", "off by half bands", ""}};
    for (const Calibration::Moment& m : c.moments) {
        const FactRow& row = m.found;
        found.push_back({std::string(m.spec->fact) + " " + row.spec.what, short_number(m.spec->published), short_number(row.measured.mean),
                         short_number(row.measured.low) + " to " + short_number(row.measured.high),
                         grouped_text((row.measured.mean - m.spec->published) / half_band(row.spec), 2), row.held ? "in the band" : "OUTSIDE"});
    }
    table(found);
    return text + "Sum of squares " + grouped_text(c.at_start, 3) + " at the start, " + grouped_text(c.sum, 3) + " fitted\n";
}

}  // namespace parley
