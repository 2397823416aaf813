// https: a server must prove that it is the one that was asked for.

#include <Poco/Net/Context.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "source/web_client.h"
#include "tests/support/web_site.h"

namespace concord::source {
namespace {

namespace net = Poco::Net;

template <class T, void (*free)(T*)>
struct Free {
  void operator()(T* object) const { free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509, X509_free>>;

// Key and certificate of a server called "localhost", signed by itself.
void WriteIdentity(const std::string& path) {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate made(X509_new());
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
  X509_set_pubkey(made.get(), key.get());
  X509_NAME* name = X509_get_subject_name(made.get());
  const auto* host = reinterpret_cast<const unsigned char*>("localhost");
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, host, -1, -1, 0);
  X509_set_issuer_name(made.get(), name);
  X509_EXTENSION* names = X509V3_EXT_conf_nid(
      nullptr, nullptr, NID_subject_alt_name, "DNS:localhost");
  X509_add_ext(made.get(), names, -1);
  X509_EXTENSION_free(names);
  ASSERT_GT(X509_sign(made.get(), key.get(), EVP_sha256()), 0);
  std::FILE* file = std::fopen(path.c_str(), "w");
  ASSERT_NE(file, nullptr);
  PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  PEM_write_X509(file, made.get());
  std::fclose(file);
}

class WebTlsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    // Tests of this suite run beside each other, each in its own process.
    const std::string own =
        ::testing::TempDir() + "concord-" + std::to_string(::getpid());
    trusted_ = own + "-trusted.pem";
    stranger_ = own + "-stranger.pem";
    WriteIdentity(trusted_);
    WriteIdentity(stranger_);
    // Read once, when the first page is fetched over TLS: as if the system's
    // list of authorities had this one.
    ::setenv("SSL_CERT_FILE", trusted_.c_str(), 1);
  }
  static void TearDownTestSuite() {
    std::remove(trusted_.c_str());
    std::remove(stranger_.c_str());
  }

  // Fetches from a server that shows `identity`, asked for as `host`.
  static Member FetchFrom(const std::string& identity, const char* host) {
    const net::Context::Ptr context(
        new net::Context(net::Context::TLS_SERVER_USE, identity, identity, "",
                         net::Context::VERIFY_NONE));
    const WebSite site(
        [](const std::string&, auto& socket) { Say(socket, Page("words")); },
        [context](const net::StreamSocket& socket) {
          return net::SecureStreamSocket::attach(socket, context);
        });
    SourceOptions options;
    options.web.allow_private = true;
    options.web.delay = std::chrono::milliseconds(1);
    Cancellation cancellation;
    WebClient client(options, &cancellation);
    return client.Fetch(std::string("https://") + host + ":" +
                        std::to_string(site.port()) + "/page");
  }

  static std::string trusted_;
  static std::string stranger_;
};

std::string WebTlsTest::trusted_;
std::string WebTlsTest::stranger_;

TEST_F(WebTlsTest, AServerThatIsKnownIsRead) {
  const Member page = FetchFrom(trusted_, "localhost");
  ASSERT_FALSE(page.fault.has_value()) << page.fault->error.message();
  EXPECT_EQ(page.bytes, "words");
}

TEST_F(WebTlsTest, AServerOfAnotherNameIsNot) {
  const Member page = FetchFrom(trusted_, "127.0.0.1");
  ASSERT_TRUE(page.fault.has_value());
  EXPECT_EQ(page.fault->code, "unreachable");
}

TEST_F(WebTlsTest, AServerThatNobodyVouchesForIsNot) {
  const Member page = FetchFrom(stranger_, "localhost");
  ASSERT_TRUE(page.fault.has_value());
  EXPECT_EQ(page.fault->code, "unreachable");
}

}  // namespace
}  // namespace concord::source
