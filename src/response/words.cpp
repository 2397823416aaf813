#include "response/words.h"

#include <Poco/DateTime.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <array>
#include <variant>

#include "concord/base/ascii.h"
#include "concord/base/unicode.h"
#include "concord/edtf/edtf.h"
#include "concord/response/reported.h"

namespace concord::response {
namespace {

// Words that name a day of a year need nothing beside them.
bool NamesDay(std::string_view printed, edtf::Day day) {
  const std::string year = std::to_string(day.year);
  const std::string number = std::to_string(day.day);
  std::size_t at = 0;
  bool has_year = false;
  bool has_day = false;
  while (at < printed.size()) {
    std::size_t end = at;
    while (end < printed.size() && IsDigit(printed[end])) ++end;
    const std::string_view digits = printed.substr(at, end - at);
    has_year = has_year || digits == year;
    has_day = has_day || digits == number;
    at = end > at ? end : at + 1;
  }
  return has_year && has_day;
}

std::string DueText(const extraction::DateMention& due) {
  const auto value = edtf::Parse(due.edtf);
  if (!value) return due.printed;
  const edtf::DayRange range = edtf::Bounds(*value);
  if (!range.latest || NamesDay(due.printed, *range.latest)) return due.printed;
  const bool about = due.edtf.find_first_of("~?%") != std::string::npos;
  return due.printed + " (by " + (about ? "about " : "") +
         DateInWords(edtf::FormatDay(*range.latest)) +
         (due.inferred ? ", reckoned)" : ")");
}

}  // namespace

std::string EntriesInWords(const std::vector<std::int32_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() &&
           numbers[last + 1] == numbers[last] + 1) {
      ++last;
    }
    text += (text.empty() ? "" : ", ") + std::to_string(numbers[i]);
    if (last > i) {
      text += (last == i + 1 ? ", " : "–") + std::to_string(numbers[last]);
    }
    i = last + 1;
  }
  if (numbers.empty()) return "";
  return (numbers.size() == 1 ? "entry " : "entries ") + text;
}

std::string Readable(std::string_view name) {
  std::string readable(name);
  for (char& c : readable) {
    if (c == '_') c = ' ';
  }
  return readable;
}

bool IsAnswered(const Entry& entry) {
  return entry.response.has_value() ||
         entry.position != store::Position::kAwaited;
}

std::string SummaryInWords(const ConsolidatedResponse& response) {
  const scope::Totals& totals = response.basis.totals;
  const std::size_t all = response.entries.size();
  const auto answered = std::count_if(response.entries.begin(),
                                      response.entries.end(), IsAnswered);
  std::string text = scope::InWords(totals) + ". " +
                     std::to_string(totals.included) + " included in " +
                     std::to_string(all) + (all == 1 ? " entry" : " entries");
  if (all > 0) {
    text += ", " + (answered == 0 ? "none" : std::to_string(answered)) +
            " of them answered";
  }
  return text + ".";
}

std::string DateInWords(const std::string& edtf) {
  static constexpr std::array<const char*, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto value = edtf::Parse(edtf);
  const auto* date = value ? std::get_if<edtf::Date>(&*value) : nullptr;
  constexpr int kLastMonth = 12;  // beyond are seasons and quarters
  if (date == nullptr || date->month > kLastMonth ||
      edtf.find_first_not_of("0123456789-") != std::string::npos) {
    return edtf;
  }
  std::string words;
  if (date->day != 0) words += std::to_string(date->day) + " ";
  if (date->month != 0) {
    words += std::string(kMonths[date->month - 1U]) + " ";
  }
  return words + std::to_string(date->year);
}

std::string DueInWords(const Entry& entry) {
  std::vector<std::string> texts;
  texts.reserve(entry.due.size());
  for (const extraction::DateMention& due : entry.due) {
    texts.push_back(DueText(due));
  }
  return Joined(texts);
}

std::vector<std::string> ChoicesInWords(const Entry& entry) {
  std::vector<std::string> sentences;
  for (const ChosenField& choice : entry.chosen) {
    const auto number = [](std::int32_t source) {
      return "[" + std::to_string(source) + "]";
    };
    std::string sentence = choice.field + " of " + number(choice.source) +
                           " (" + choice.id + ") stands, chosen by " +
                           choice.by.who + ", " + choice.by.at.substr(0, 10) +
                           (choice.by.why.empty() ? "" : ": " + choice.by.why);
    std::vector<std::string> others;
    for (const SetAside& other : choice.set_aside) {
      others.push_back("“" + other.value + "” " + number(other.source));
    }
    if (!others.empty()) sentence += "; set aside: " + Joined(others, ", ");
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::vector<std::string> AnswersInWords(const Entry& entry) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < entry.answers.size();) {
    const Answered& first = entry.answers[i];
    std::vector<std::string> fields;
    for (;
         i < entry.answers.size() && entry.answers[i].by.act == first.by.act &&
         entry.answers[i].stands == first.stands;
         ++i) {
      const Answered& one = entry.answers[i];
      const std::string name(Name(one.field));
      const bool is_choice = !ChoicesOf(one.field).empty();
      // The words of a response that stands stand where it is asked for.
      fields.push_back(is_choice ? name + " " + Readable(one.value)
                       : one.stands || one.value.empty()
                           ? name
                           : name + " “" + one.value + "”");
    }
    sentences.push_back(
        (first.stands ? "Answered: " : "Before: ") + Joined(fields, ", ") +
        " – " + first.by.who + ", " + first.by.at.substr(0, 10) + " (act " +
        std::to_string(first.by.act) +
        (first.file.empty() ? "" : ", from " + first.file) + ")" +
        (first.by.why.empty() ? "" : ": " + first.by.why));
  }
  return sentences;
}

std::vector<std::string> WrittenOf(const Entry& entry,
                                   std::string_view response) {
  return {PrintOf(Name(entry.position)), PrintOf(Name(entry.implementation)),
          PrintOf(response)};
}

std::vector<std::string> OthersNamed(const Entry& entry) {
  const auto bare = [](const std::string& name) {
    const std::string folded = FoldWords(name);
    return folded.starts_with("the ") ? folded.substr(4) : folded;
  };
  std::vector<std::string> others;
  for (const std::string& owner : entry.owners) {
    const bool addressed = std::any_of(
        entry.addressees.begin(), entry.addressees.end(),
        [&](const std::string& one) { return bare(one) == bare(owner); });
    if (!addressed) others.push_back(owner);
  }
  return others;
}

std::string WhyNoEntries(const ConsolidatedResponse& response) {
  if (!response.basis.not_held.empty()) {
    return "None of the recommendations to be answered is held; what is "
           "missing is listed next.";
  }
  if (response.basis.excluded.empty()) return "The sources recommend nothing.";
  return "The sources recommend nothing that a response answers; what they "
         "do hold is listed under what is left out.";
}

std::string Joined(const std::vector<std::string>& names,
                   std::string_view between) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += between;
    joined += name;
  }
  return joined;
}

std::string TitleOf(const NumberedSource& source) {
  return source.title.empty() ? source.uri : source.title;
}

std::int64_t MadeAt(const ConsolidatedResponse& response) {
  Poco::DateTime made;
  int zone = 0;
  if (!Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::ISO8601_FORMAT,
                                      response.basis.request.made_at, made,
                                      zone)) {
    return 0;
  }
  return made.timestamp().epochTime();
}

}  // namespace concord::response
