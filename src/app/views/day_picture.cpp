#include "app/views/day_picture.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace parley {

DayPicture picture_of(const World& world, const std::vector<std::uint8_t>& ring_of) {
    DayPicture p;
    p.day = world.day;
    p.rungs.resize(world.minds.rung.size());
    std::transform(world.minds.rung.begin(), world.minds.rung.end(), p.rungs.begin(),
                   [](Rung r) { return static_cast<std::uint8_t>(r); });
    for (std::uint8_t ring : ring_of) ++p.ring_people[ring];

    std::unordered_map<std::uint32_t, int> open_replies;  // per customer, not yet given to a contact
    for (const Happening& h : world.today.happenings) switch (h.kind) {
            case Happening::Reached:
                ++p.ring_reached[ring_of[h.customer]];
                break;
            case Happening::Question:
            case Happening::Complaint:
            case Happening::Thread:
                p.contacts.push_back({h.customer, h.kind, false});
                break;
            case Happening::Reply:
                p.replies.push_back(h.customer);
                ++open_replies[h.customer];
                break;
            case Happening::Tell:
                p.tells.emplace_back(h.customer, h.other);
                break;
            case Happening::PeerPost:
                p.peer_posts.push_back(h.customer);
                break;
            case Happening::Share:
                p.shares.push_back(h.customer);
                break;
            case Happening::Purchase:
                p.purchases.push_back(h.customer);
                break;
            case Happening::Follow:
            case Happening::Mute:
                break;  // states of the mind that the picture does not show
        }
    // The desk takes complaints first, then questions, then threads.
    for (Happening::Kind kind : {Happening::Complaint, Happening::Question, Happening::Thread})
        for (Contacted& c : p.contacts)
            if (c.kind == kind)
                if (auto found = open_replies.find(c.customer); found != open_replies.end() && found->second > 0) {
                    --found->second;
                    c.answered = true;
                }
    return p;
}

TownCounts DayPicture::counts() const {
    TownCounts c;
    c.dots = static_cast<int>(rungs.size());
    for (std::uint8_t r : rungs) ++c.rungs[r];
    for (int n : ring_reached) c.reached += n;
    c.threads_today = static_cast<int>(replies.size());
    for (const Contacted& contact : contacts) {
        ++(contact.kind == Happening::Question    ? c.questions
           : contact.kind == Happening::Complaint ? c.complaints
                                                  : c.open_answers);
        c.unanswered += !contact.answered;
    }
    c.tells = static_cast<int>(tells.size());
    c.peer_posts = static_cast<int>(peer_posts.size());
    c.shares = static_cast<int>(shares.size());
    c.purchases = static_cast<int>(purchases.size());
    return c;
}

Rings make_rings(const Seats& seats, double aspect) {
    Rings rings;
    std::vector<float> distance(seats.of.size());
    for (std::size_t i = 0; i < distance.size(); ++i) {
        float x = seats.of[i].x / static_cast<float>(aspect), y = seats.of[i].y;
        distance[i] = std::sqrt(x * x + y * y);
    }
    std::vector<float> sorted = distance;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t k = 0; k < kRings; ++k) {
        std::size_t last = sorted.empty() ? 0 : std::min(sorted.size() - 1, sorted.size() * (k + 1) / kRings);
        rings.radius[k] = sorted.empty() ? 0 : std::min(1.02f, sorted[last]);  // the last holds those in the corners as well
    }
    rings.of.resize(distance.size());
    for (std::size_t i = 0; i < distance.size(); ++i) {
        std::uint8_t k = 0;
        while (k + 1 < kRings && distance[i] > rings.radius[k]) ++k;
        rings.of[i] = k;
    }
    return rings;
}

}  // namespace parley
