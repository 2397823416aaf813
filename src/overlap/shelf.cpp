#include "overlap/shelf.h"

#include <algorithm>
#include <utility>

namespace concord::overlap {

Shelf::Shelf(std::size_t count, std::function<Prepared(std::size_t)> make)
    : make_(std::move(make)),
      places_(std::clamp<std::size_t>(count, 1, kPlaces)) {}

Shelf::Made Shelf::Get(std::size_t number) {
  Place& place = places_[number % places_.size()];
  {
    const std::lock_guard lock(place.mutex);
    if (place.made != nullptr && place.number == number) return place.made;
  }
  // Two threads may make the same at the same time: the two are equal.
  Made made = std::make_shared<const Prepared>(make_(number));
  const std::lock_guard lock(place.mutex);
  place.number = number;
  place.made = made;
  return made;
}

}  // namespace concord::overlap
