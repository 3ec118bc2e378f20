// Builders: the figures that page, report and files share.  Words come from study/strings.h, numbers from study/number_format.h.
//
// All need at least one result.  y_ticks: about how many numbers stand at the upright axis.  bands: without them (a room that looks from
// afar) the axis follows the lines.
#pragma once
#include "study/compare.h"
#include "study/dominoes.h"
#include "study/ensemble.h"
#include "study/figure.h"
#include "study/region_map.h"
#include "study/tornado.h"

namespace parley {

// Sales per week of both arms: mean of the worlds as a line, nine worlds in ten as a band; target and change of leader where there are any.
// Cost O(worlds x days).
Figure race_figure(const Ensemble& ensemble, const Comparison& comparison, int y_ticks = 6, bool bands = true);
// Sales per week of arm b minus arm a in the same world: mean, where the mean lies (90 % interval), nine worlds in ten.  Cost as above.
Figure gap_figure(const Ensemble& ensemble, const Comparison& comparison, int y_ticks = 6, bool bands = true);
// One world's own lines for either of them (gap: the second): thin, without names; none where that pair has not arrived.
std::vector<Figure::Curve> world_curves(const Ensemble& ensemble, const Comparison& comparison, int pair, bool gap);
// One dot per world where its gap in the verdict's outcome lies.
Figure strip_figure(const Ensemble& ensemble, const Comparison& comparison);
// The gap in sales split into its three factors; the parts as printed add up to the total as printed.
Figure split_figure(const Ensemble& ensemble, const Comparison& comparison);
// From noise to money: six dominoes per arm, as they stand at the end of a day (0: of the run).
Figure domino_figure(const Ensemble& ensemble, const Comparison& comparison, int until = 0);
Figure domino_figure(const Ensemble& ensemble, const Comparison& comparison, const std::vector<Chain>& chains);   // of arms a and b
// What they say, one sentence per arm.
std::string domino_finding(const Ensemble& ensemble, const Comparison& comparison, const std::vector<Chain>& chains);
std::string domino_name(std::size_t domino);                              // key of its name in study/strings.h
std::string domino_link_words(const Link& link, std::size_t domino);      // what becomes of it, as a sentence

// Who wins where, over two levers; where the levers of a scenario stand on it.  Needs no result.
Figure region_figure(const RegionMap& map, const Scenario& here);
// Each lever's pull on the gap, the largest at the top; levers that are not counted yet stand below, without a bar.  Its words name the
// lever that matters most only once all of them are counted.
Figure tornado_figure(const Tornado& tornado);
std::string lever_name(const Scenario& scenario, const LeverOf& lever);                     // "Conversation: Converse"
std::string axis_text(const ParamSpec& lever, double value, Currency currency);             // weights as they are, not as a share

// What builders share: weeks along the axis, and money in ones, thousands or millions once it gets long.
Figure::Axis weeks_axis(int days);
struct MoneyUnit {
    double divide;
    std::string words;        // "thousand EUR"
};
MoneyUnit money_unit(double most, Currency currency);
std::vector<Figure::Tick> money_ticks(double from, double to, int n, const MoneyUnit& unit, bool signs = false);

}  // namespace parley
