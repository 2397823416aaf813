#pragma once
// From a request to an answer, without a socket: what the tests drive.

#include <functional>
#include <memory>
#include <string>

#include "concord/engine/readers.h"
#include "web/response.h"
#include "web/routes.h"

namespace concord::web {

struct AppOptions {
  Limits limits;
  std::string archive;  // shown in the footer
  std::uint16_t port = 0;
  std::vector<std::string> hosts;
  std::function<void(const std::string&)> log;
};

class App {
 public:
  // `readers` must outlive the App.
  App(engine::Readers& readers, AppOptions options)
      : readers_(readers), options_(std::move(options)) {}

  // Total: whatever goes wrong becomes a page that says so.
  Response Answer(const Request& request) const;
  Response Refuse(const Refusal& refusal) const;

 private:
  // How the client wants to have it.
  enum class Form { kHtml, kJson, kJsonLines, kWorkbook, kCsv };
  struct Wanted {
    Form form = Form::kHtml;
    Request request;  // without the ending that says so
  };
  static Wanted ReadForm(const Request& request);

  Response Dispatch(const Request& request, Form form) const;
  // A workbook or CSV of all rows.
  Response Spreadsheet(const Page& page, Form form) const;
  Response Fixed(const Request& request) const;  // status 0: none
  Response Show(Page page, std::string_view section, const Request& request,
                Form form) const;
  Response Fault(const Error& error, Form form) const;
  Response Fault(int status, const std::string& code, const std::string& why,
                 Form form) const;
  // Addresses of the same in other forms; "" = there is none.
  struct Others {
    std::string json;
    std::string workbook;
    std::string csv;
  };
  static Others OthersOf(const Page& page, const Request& request);
  Response Html(Page page, std::string_view section,
                const Others& others) const;

  engine::Readers& readers_;
  AppOptions options_;
};

}  // namespace concord::web
