// SPDX-License-Identifier: Apache-2.0
#include "source.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include "term.hpp"

namespace ddb {

namespace detail {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Diagnostic failure(const std::string& file, int line, int column, std::string sentence) {
  return {Severity::Error, file, line, column, "", std::move(sentence)};
}

// The sentences of messages.pl for the same faults.
std::string reading_failed(int number) {
  if (number == ENOENT) return "there is no such file";
  if (number == EACCES) return "the file may not be read: check its permissions";
  return "the file cannot be read: " + std::generic_category().message(number);
}

std::optional<Diagnostic> read_file(const std::string& path, std::string& text) {
  const auto close = [](std::FILE* file) { static_cast<void>(std::fclose(file)); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rbe"), close);
  if (!file) return failure(path, 0, 0, reading_failed(errno));
  std::array<char, 65536> block{};
  std::size_t count = 0;
  do {
    count = std::fread(block.data(), 1, block.size(), file.get());
    text.append(block.data(), count);
  } while (count == block.size());
  if (std::ferror(file.get()) != 0) return failure(path, 0, 0, reading_failed(errno));
  return {};
}

std::optional<Diagnostic> check_encoding(const std::string& name, const std::string& text) {
  const std::optional<SourcePosition> where = find_invalid_utf8(name, text);
  if (!where) return {};
  return failure(name, where->line, where->column,
                 "this byte is not UTF-8, the encoding of every source");
}

// A name of a file need not be UTF-8; people see a question mark then.
std::string shown_name(std::string name) {
  for (std::size_t at = 0; (at = find_invalid_utf8(name)) != std::string::npos;) name[at] = '?';
  return name;
}

}  // namespace

SourceContent SourceContent::read(const Source& source) {
  SourceContent content{shown_name(source.name_),
                        "",
                        {},
                        source.role_,
                        source.form_ == Source::Form::Json ? "json" : "text"};
  if (source.form_ == Source::Form::File) {
    content.failure = read_file(source.name_, content.text);
  } else {
    content.text = source.text_;
  }
  if (content.text.starts_with(kByteOrderMark)) content.text.erase(0, kByteOrderMark.size());
  if (!content.failure) content.failure = check_encoding(content.name, content.text);
  if (content.failure) content.failure->file = content.name;
  return content;
}

}  // namespace detail

Source::Source(std::string name, std::string text, Form form, SourceRole role)
    : name_(std::move(name)), text_(std::move(text)), form_(form), role_(role) {}

Source Source::file(const std::filesystem::path& path, SourceRole role) {
  return {path.string(), "", Form::File, role};
}

Source Source::text(const SourceName& name, std::string text, SourceRole role) {
  return {name.str(), std::move(text), Form::Text, role};
}

Source Source::json(const SourceName& name, std::string text, SourceRole role) {
  return {name.str(), std::move(text), Form::Json, role};
}

}  // namespace ddb
