#include "overlap/term_run.h"

#include <cmath>

namespace concord::overlap {
namespace {

// Calls `visit(x, y)` for each key that both runs have.
template <class Visit>
void ForEachShared(TermRun a, TermRun b, Visit visit) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key == y->key) {
      visit(*x, *y);
      ++x;
      ++y;
    } else if (x->key < y->key) {
      ++x;
    } else {
      ++y;
    }
  }
}

}  // namespace

double SumOfBits(TermRun terms) {
  double sum = 0;
  for (const Term& term : terms) sum += term.bits;
  return sum;
}

double NormOf(TermRun terms) {
  double squares = 0;
  for (const Term& term : terms) squares += term.bits * term.bits;
  return std::sqrt(squares);
}

double CosineOf(TermRun a, TermRun b) {
  return CosineOf(a, NormOf(a), b, NormOf(b));
}

double CosineOf(TermRun a, double norm_a, TermRun b, double norm_b) {
  double dot = 0;
  ForEachShared(a, b,
                [&](const Term& x, const Term& y) { dot += x.bits * y.bits; });
  const double norms = norm_a * norm_b;
  return norms > 0 ? dot / norms : 0;
}

double SharedBits(TermRun a, TermRun b) {
  double shared = 0;
  ForEachShared(a, b, [&](const Term& x, const Term&) { shared += x.bits; });
  return shared;
}

}  // namespace concord::overlap
