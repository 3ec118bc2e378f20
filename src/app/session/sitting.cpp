#include "app/session/sitting.h"

#include "scenario/json_writer.h"
#include "scenario/scenario_json.h"

namespace parley {

std::string sitting_json(const Agenda& agenda, const Teams& teams) {
    if (!agenda.on() && teams.size() == 0) return {};
    JsonWriter out(0);
    out.begin_object().member("agenda", agenda.saved()).member("scenario", teams.scenario() ? write_scenario(*teams.scenario()) : std::string());
    out.key("teams").begin_array();
    for (std::size_t i = 0; i < teams.size(); ++i) out.value(write_team(teams.file(i)));
    return out.end_array().end_object().take();
}

bool take_back_team(Teams& teams, std::string_view scenario, std::string_view file) {
    Diagnostics problems;
    const std::optional<Scenario> opened = parse_scenario(scenario, problems);
    return opened && teams.add({}, file, *opened).fate == DroppedFile::Fate::Taken;
}

}  // namespace parley
