#pragma once
// Who does an act, and why: options that every act has.

#include <CLI/CLI.hpp>
#include <string>

namespace concord::cli {

// Whoever is at the keyboard, unless said otherwise.
std::string ThisPerson();

template <class Request>
void AddAuthorship(CLI::App& app, Request* request) {
  request->who = ThisPerson();
  app.add_option("--why", request->why, "The reason, kept with it")
      ->type_name("TEXT");
  app.add_option("--who,--by", request->who,
                 "Who decides (default: your login)")
      ->type_name("NAME");
}

}  // namespace concord::cli
