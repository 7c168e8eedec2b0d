// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_WORLD_HPP
#define DDB_TESTS_WORLD_HPP

#include "ddb/engine.hpp"

/// A small world for tests: a converter, and a requester that wants one.
namespace world {

inline const char* const kDevice = R"(
device(converter, "two channels in").
registration_unit(converter, stream).
code_interface(converter, configure, [set_sample_rate, set_channels]).
state(converter, rate, 44.1*kilohertz).
device_group(converter, in, [
    task_element(te, [
        code_interface(configure),
        task([
            registration_unit(stream),
            function([
                direction(analog_to_digital),
                sampling_rate([32, 44.1, 48]*kilohertz, state(rate))
            ])
        ])
    ])
]).
)";

inline const char* const kRequester = R"(
requester(recorder, "records").
outlet(recorder, main, [good-10]).
composite_request(recorder, good, [input]).
request(recorder, input, [signal]).
request_group(recorder, signal, taskflow, accept(3), [
    task_element([
        code_interface(adjust),
        task([
            function([
                direction(analog_to_digital, weight(2)),
                sampling_rate(48*kilohertz, weight(1.5), data_interface(settings))
            ])
        ])
    ])
]).
)";

inline const char* const kScenario = R"(
event(device_connect(red, c1, converter)).
event(requester_create(blue, r1, recorder)).
event(requester_cancel(r1)).
)";

inline ddb::Session session(ddb::Transport transport = ddb::Transport::Shared) {
  return ddb::Engine().open({transport});
}

/// Loads everything; the scenario is not replayed.
inline ddb::LoadReport load(ddb::Session& session) {
  return session.load({ddb::Source::text(ddb::SourceName("device.pl"), kDevice),
                       ddb::Source::text(ddb::SourceName("requester.pl"), kRequester),
                       ddb::Source::text(ddb::SourceName("scenario.pl"), kScenario)});
}

inline const ddb::DeviceConnect kConnect{ddb::SystemName("red"), ddb::DeviceName("c1"),
                                         ddb::DeviceSpecName("converter")};
inline const ddb::RequesterCreate kCreate{ddb::SystemName("blue"), ddb::RequesterName("r1"),
                                          ddb::RequesterSpecName("recorder")};

}  // namespace world

#endif  // DDB_TESTS_WORLD_HPP
