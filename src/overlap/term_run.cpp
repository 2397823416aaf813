#include "overlap/term_run.h"

#include <cmath>

namespace concord::overlap {

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
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key == y->key) {
      dot += x->bits * y->bits;
      ++x;
      ++y;
    } else if (x->key < y->key) {
      ++x;
    } else {
      ++y;
    }
  }
  const double norms = norm_a * norm_b;
  return norms > 0 ? dot / norms : 0;
}

double SharedBits(TermRun a, TermRun b) {
  double shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key == y->key) {
      shared += x->bits;
      ++x;
      ++y;
    } else if (x->key < y->key) {
      ++x;
    } else {
      ++y;
    }
  }
  return shared;
}

}  // namespace concord::overlap
