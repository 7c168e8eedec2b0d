// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ddb/store/lease.hpp"

using ddb::store::LeaseObserver;
using ddb::store::LeaseState;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

LeaseState state(std::uint64_t renewals, milliseconds remaining, std::uint64_t number = 1) {
  return {{"10.0.0.1", "agent", number}, renewals, remaining};
}

const LeaseObserver::Clock::time_point kStart{std::chrono::hours(1)};

}  // namespace

TEST_CASE("a node whose lease is renewed is alive, and else for ten seconds", "[lease]") {
  LeaseObserver observer;
  CHECK_FALSE(observer.is_alive("10.0.0.1", kStart));
  observer.see({state(1, seconds(4))}, kStart);
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(3)));
  CHECK_FALSE(observer.is_alive("10.0.0.1", kStart + seconds(4)));
  CHECK(observer.next_end(kStart) == kStart + seconds(4));
  observer.see({state(2, seconds(9))}, kStart + seconds(3));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(12)));
  CHECK_FALSE(observer.is_alive("10.0.0.1", kStart + seconds(13)));
}

TEST_CASE("a clock that is set forward ends no lease, one that is set back keeps none", "[lease]") {
  LeaseObserver observer;
  observer.see({state(1, seconds(10))}, kStart);
  // Forward: the store says that it is over.
  observer.see({state(1, seconds(0))}, kStart + seconds(1));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(2)));
  observer.see({state(2, seconds(0))}, kStart + seconds(3));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(12)));
  // Back: the store says that it lasts, but nobody renews it.
  observer.see({state(2, seconds(10))}, kStart + seconds(12));
  observer.see({state(2, seconds(10))}, kStart + seconds(13));
  CHECK_FALSE(observer.is_alive("10.0.0.1", kStart + seconds(13)));
  observer.see({state(3, seconds(10))}, kStart + seconds(14));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(14)));
}

TEST_CASE("a lease that is released ends at once, and one that is taken again lives", "[lease]") {
  LeaseObserver observer;
  observer.see({state(1, seconds(10))}, kStart);
  observer.see({}, kStart + seconds(1));
  CHECK_FALSE(observer.is_alive("10.0.0.1", kStart + seconds(1)));
  observer.see({state(0, seconds(10), 2)}, kStart + seconds(2));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(11)));
}

TEST_CASE("the time without the store does not count", "[lease]") {
  LeaseObserver observer;
  const LeaseState dead{{"10.0.0.2", "agent", 1}, 7, seconds(0)};
  observer.see({state(1, seconds(10)), dead}, kStart);
  observer.lost_contact(kStart + seconds(5));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(100)));
  CHECK_FALSE(observer.is_alive("10.0.0.2", kStart + seconds(100)));
  observer.see({state(1, seconds(0)), dead}, kStart + seconds(100));
  CHECK(observer.is_alive("10.0.0.1", kStart + seconds(109)));
  CHECK_FALSE(observer.is_alive("10.0.0.1", kStart + seconds(110)));
  CHECK_FALSE(observer.is_alive("10.0.0.2", kStart + seconds(101)));
}
