// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/live/monitor.hpp"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "descriptor.hpp"
#include "kernel.hpp"

namespace ddb::usb::live {

namespace {

using detail::Kernel;
using detail::Present;
using detail::Uevent;
using Clock = std::chrono::steady_clock;

// One call of take() reads at most so many events, so that its caller gets to its other work.
constexpr std::size_t kMostEvents = 4096;
// How often udev is asked whether it is done.
constexpr long kRetryNanoseconds = 50'000'000;

constexpr const char* kGone = "the device was gone before it could be read";
constexpr const char* kUnfinished = "udev was not done with the device in time";

Descriptor checked(int number, const char* what) {
  if (number < 0) throw std::system_error(errno, std::generic_category(), what);
  return Descriptor(number);
}

// Some senders leave the number out.
bool same(const std::optional<BusAddress>& left, const std::optional<BusAddress>& right) {
  return !left || !right || *left == *right;
}

std::string name_of(const std::string& folder) { return folder.substr(folder.rfind('/') + 1); }

// What an event says of a device that nobody can look at any more.
SeenDevice device_of(const Uevent& event) {
  SeenDevice device;
  device.port = name_of(event.folder);
  device.folder = event.folder;
  device.address = event.address;
  std::string_view rest = event.product;
  for (std::uint16_t* const field : {&device.vendor, &device.product, &device.release}) {
    std::from_chars(rest.data(), rest.data() + rest.size(), *field, 16);
    rest.remove_prefix(std::min(rest.size(), rest.find('/') + 1));
  }
  device.not_read.emplace_back(kGone);
  return device;
}

}  // namespace

const char* change_kind_name(ChangeKind kind) noexcept {
  switch (kind) {
    case ChangeKind::Arrived:
      return "arrived";
    case ChangeKind::Departed:
      return "departed";
    case ChangeKind::Changed:
      break;
  }
  return "changed";
}

struct Monitor::Impl {
  struct Entry {
    std::optional<BusAddress> address;
    SeenDevice told;
    bool is_told = false;
    bool may_have_changed = false;
    Clock::time_point patience_ends;  // while it is not told
  };
  using Entries = std::map<std::string, Entry, std::less<>>;

  Impl(std::unique_ptr<Kernel> events, std::chrono::milliseconds udev_patience)
      : kernel(std::move(events)), patience(udev_patience) {
    for (const int number : {kernel->descriptor(), timer.get()}) {
      epoll_event interest{};
      interest.events = EPOLLIN;
      if (epoll_ctl(poll.get(), EPOLL_CTL_ADD, number, &interest) != 0) {
        throw std::system_error(errno, std::generic_category(), "cannot watch for devices");
      }
    }
    set_timer(1, 0);
  }

  void set_timer(long first, long then) const {
    const itimerspec times{{0, then}, {0, first}};
    if (timerfd_settime(timer.get(), 0, &times, nullptr) != 0) {
      throw std::system_error(errno, std::generic_category(), "cannot set a timer");
    }
  }

  // Whether it has run out since it was asked the last time.
  bool timer_is_due() const {
    std::uint64_t count = 0;
    return ::read(timer.get(), &count, sizeof count) == static_cast<ssize_t>(sizeof count);
  }

  void tell(ChangeKind kind, const SeenDevice& device) { changes.push_back({kind, device}); }

  void arrive(const std::string& folder, SeenDevice device) {
    Entry& entry = entries[folder];
    entry.address = device.address;
    entry.told = std::move(device);
    tell(ChangeKind::Arrived, entry.told);
    entry.is_told = true;
  }

  Entries::iterator depart(Entries::iterator place) {
    if (place->second.is_told) tell(ChangeKind::Departed, place->second.told);
    return entries.erase(place);
  }

  void on_add(const Uevent& event) {
    const auto place = entries.find(event.folder);
    if (place != entries.end()) {
      Entry& entry = place->second;
      if (same(entry.address, event.address)) {
        if (entry.is_told) {
          entry.may_have_changed = true;
          return;
        }
      } else {
        // The event is older than the list of devices if that has found what is there now.
        if (same(kernel->address_in(event.folder), entry.address)) return;
        depart(place);
      }
    }
    std::optional<SeenDevice> device = kernel->read(event.folder);
    if (!device || !same(device->address, event.address)) device = device_of(event);
    arrive(event.folder, std::move(*device));
  }

  void on_event(const Uevent& event) {
    if (!event.is_device) {
      if (Entry* const entry = holder_of(event.folder)) entry->may_have_changed = true;
      return;
    }
    if (event.action != "remove") {
      // Whatever it is that udev tells of a device, it has run its rules for it.
      const auto place = entries.find(event.folder);
      const bool is_told = place != entries.end() && place->second.is_told;
      if (event.action == "add" || (place != entries.end() && !is_told)) {
        on_add(event);
      } else if (is_told) {
        place->second.may_have_changed = true;
      }
      return;
    }
    const auto place = entries.find(event.folder);
    // Of another number, it is older than the list of devices.
    if (place != entries.end() && same(place->second.address, event.address)) depart(place);
  }

  // The device that something of the system hangs on.
  Entry* holder_of(std::string_view folder) {
    for (;;) {
      const std::size_t end = folder.rfind('/');
      if (end == std::string_view::npos) return nullptr;
      folder = folder.substr(0, end);
      const auto place = entries.find(folder);
      if (place != entries.end()) return &place->second;
    }
  }

  void compare_with_list() {
    const std::vector<Present> list = kernel->enumerate();
    for (auto place = entries.begin(); place != entries.end();) {
      const auto found = std::find_if(list.begin(), list.end(),
                                      [&](const Present& it) { return it.folder == place->first; });
      const bool is_there = found != list.end() && same(found->address, place->second.address);
      place = is_there ? std::next(place) : depart(place);
    }
    for (const Present& present : list) {
      const auto place = entries.find(present.folder);
      if (place != entries.end()) {
        place->second.may_have_changed = true;
      } else if (present.is_finished) {
        look_at(present.folder, nullptr);
      } else {
        Entry& entry = entries[present.folder];
        entry.address = present.address;
        entry.patience_ends = Clock::now() + patience;
      }
    }
  }

  // Tells the device in the folder as arrived, if it is there.
  void look_at(const std::string& folder, const char* remark) {
    std::optional<SeenDevice> device = kernel->read(folder);
    if (!device) return;
    if (remark != nullptr) device->not_read.emplace_back(remark);
    arrive(folder, std::move(*device));
  }

  // Those that udev is done with, or has had enough time for.
  void tell_finished() {
    if (!is_anybody_waiting()) return;
    const Clock::time_point now = Clock::now();
    for (const Present& present : kernel->enumerate()) {
      const auto place = entries.find(present.folder);
      if (place == entries.end() || place->second.is_told) continue;
      const bool is_late = now >= place->second.patience_ends;
      if (present.is_finished || is_late) {
        look_at(present.folder, present.is_finished ? nullptr : kUnfinished);
      }
    }
  }

  bool is_anybody_waiting() const {
    return std::any_of(entries.begin(), entries.end(),
                       [](const auto& it) { return !it.second.is_told; });
  }

  void tell_changes() {
    for (auto& [folder, entry] : entries) {
      if (!entry.may_have_changed || !entry.is_told) continue;
      std::optional<SeenDevice> device = kernel->read(folder);
      entry.may_have_changed = false;
      // If it is gone or another one, there is an event that says so.
      if (!device || !same(device->address, entry.address) || *device == entry.told) continue;
      entry.told = std::move(*device);
      tell(ChangeKind::Changed, entry.told);
    }
  }

  void take() {
    const bool is_due = timer_is_due();
    for (std::size_t i = 0; i < kMostEvents; ++i) {
      const detail::Reception reception = kernel->receive();
      if (std::holds_alternative<detail::NoEvent>(reception)) break;
      if (std::holds_alternative<detail::Overflow>(reception)) {
        list_again = true;
        ++overflows;
      }
      // The list of devices, which is made later, knows what these events tell.
      if (list_again) continue;
      on_event(std::get<Uevent>(reception));
    }
    if (list_again) {
      compare_with_list();
      list_again = false;
    }
    if (is_due) tell_finished();
    tell_changes();
    set_timer(is_anybody_waiting() ? kRetryNanoseconds : 0, 0);
  }

  std::unique_ptr<Kernel> kernel;
  std::chrono::milliseconds patience;
  Descriptor poll = checked(epoll_create1(EPOLL_CLOEXEC), "cannot watch for devices");
  Descriptor timer =
      checked(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC), "cannot make a timer");
  bool list_again = true;
  std::size_t overflows = 0;
  Entries entries;              // by folder
  std::vector<Change> changes;  // not yet given to the caller
};

Monitor::Monitor(const MonitorOptions& options)
    : Monitor(detail::real_kernel(options.sender), options.udev_patience) {}

Monitor::Monitor(std::unique_ptr<detail::Kernel> kernel, std::chrono::milliseconds udev_patience)
    : impl_(std::make_unique<Impl>(std::move(kernel), udev_patience)) {}

Monitor::Monitor(Monitor&&) noexcept = default;
Monitor& Monitor::operator=(Monitor&&) noexcept = default;
Monitor::~Monitor() = default;

int Monitor::descriptor() const noexcept { return impl_->poll.get(); }

std::vector<Change> Monitor::take() {
  impl_->take();
  return std::exchange(impl_->changes, {});
}

std::size_t Monitor::overflows() const noexcept { return impl_->overflows; }

}  // namespace ddb::usb::live
