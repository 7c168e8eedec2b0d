// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "commands.hpp"
#include "inputs.hpp"
#include "json.hpp"
#include "terminal.hpp"

namespace ddb::match {

namespace {

Colour colour_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Active:
    case Verdict::Possible:
      return Colour::Green;
    case Verdict::NotNow:
      return Colour::Yellow;
    case Verdict::NotAllowed:
    case Verdict::Never:
      break;
  }
  return Colour::Red;
}

void line(std::size_t depth, const std::string& text, Colour colour = Colour::None) {
  Terminal& output = Terminal::output();
  const std::string indented = std::string(2 * depth, ' ') + text;
  output.write(wrap(indented, output.width(), 2 * depth + 4), colour);
  output.write("\n");
}

std::string names_of(const std::vector<Holder>& holders) {
  std::string text;
  for (const Holder& holder : holders) {
    if (!text.empty()) text += ", ";
    text += holder.requester.str() + " " + holder.outlet.str();
  }
  return text;
}

std::string sentence_of(const Change& change) {
  const std::string place = change.path.empty() ? "" : change.path + ": ";
  switch (change.cause) {
    case Cause::Absent:
      return place + "asked for " + change.asked + ", the device has no such term";
    case Cause::OtherValue:
      return place + "asked for " + change.asked + ", the device has " + change.had;
    case Cause::UnitTaken:
      return place + "registration unit " + change.name + " is held by " + names_of(change.holders);
    case Cause::UnitNeededTwice:
      return place + "registration unit " + change.name + " is needed by request group " +
             change.request_group.value().str() + " of this alternative, too";
    case Cause::DeviceTaken:
      return "the device stands as it does because of " + names_of(change.holders);
    case Cause::ConditionRefuses:
      break;
  }
  return place + "match condition " + change.name + " of " + change.spec + " refuses";
}

void print(const GroupExplanation& group) {
  std::string text = "request group " + group.request_group.str();
  if (!group.device) {
    line(3, text + ": there is no device that could be taken");
    return;
  }
  text += " on " + group.device->str();
  if (group.device_group) text += " " + group.device_group->str();
  line(3, text + ": reaches " + group.reached.str() + " of " + group.needed.str());
  for (const Change& change : group.changes) line(4, sentence_of(change));
  if (group.beyond_reach) {
    line(4, "no change of a device would do: all weights together are too little");
  }
}

void print(const RequestExplanation& request) {
  line(2, std::string(verdict_text(request.verdict)) + ": request " + request.request.str(),
       colour_of(request.verdict));
  for (const GroupExplanation& group : request.groups) print(group);
}

void print(const OutletState& outlet, const Explanation& explanation) {
  line(0,
       std::string(verdict_text(explanation.verdict)) + ": outlet " + outlet.outlet.str() + " of " +
           outlet.requester.str(),
       Colour::Bold);
  for (const AlternativeExplanation& alternative : explanation.alternatives) {
    line(1,
         std::string(verdict_text(alternative.verdict)) + ": alternative " +
             alternative.alternative.str(),
         colour_of(alternative.verdict));
    for (const RequestExplanation& request : alternative.requests) print(request);
    const bool each_possible = std::all_of(
        alternative.requests.begin(), alternative.requests.end(),
        [&](const RequestExplanation& request) { return request.verdict < alternative.verdict; });
    if (each_possible && !alternative.requests.empty()) {
      line(2, "each request could be satisfied sooner than all together: they want the same units");
    }
  }
}

ExitCode refuse(const std::string& sentence) {
  Terminal::error().write("ddb-match: " + sentence + "\n");
  Terminal::error().flush();
  return ExitCode::InputErrors;
}

}  // namespace

ExitCode explain(const ExplainRequest& request) {
  const Engine engine;
  Session session = engine.open({request.transport});
  if (!load(session, sources_of(request.inputs)).loaded) return ExitCode::InputErrors;
  for (const Event& event : session.scenario()) session.replay(event);

  ExplainOptions options;
  if (!request.alternative.empty()) options.alternative = AlternativeName(request.alternative);
  if (!request.device.empty()) options.device = DeviceName(request.device);
  const std::size_t slash = request.outlet.find('/');
  std::string outlets;
  bool found = false;
  for (const OutletState& outlet : session.outlets()) {
    const std::string name = outlet.requester.str() + "/" + outlet.outlet.str();
    outlets += (outlets.empty() ? "" : ", ") + name;
    if (!request.outlet.empty() && name != request.outlet &&
        (slash != std::string::npos || outlet.requester.str() != request.outlet)) {
      continue;
    }
    found = true;
    try {
      const Explanation explanation = session.explain(outlet.requester, outlet.outlet, options);
      if (request.json) {
        Terminal::output().write(to_json(outlet, explanation) + "\n");
      } else {
        print(outlet, explanation);
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Conflict) throw;
      return refuse(error.what());
    }
  }
  if (found) return ExitCode::Done;
  if (outlets.empty()) return refuse("after the events there is no outlet to explain");
  return refuse("there is no outlet '" + request.outlet + "'; there are " + outlets);
}

}  // namespace ddb::match
