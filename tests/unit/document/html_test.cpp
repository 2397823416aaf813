// HTML by example.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"

namespace concord::document {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::Html;
using ::testing::IsEmpty;
using testing::Lines;
using ::testing::Not;
using testing::Text;

const char kPage[] = R"(<!DOCTYPE html>
<html><head><title>NPA: custody review</title>
<meta charset="utf-8"><link rel="canonical" href="http://npa.example/04/7">
<style>p { color: red }</style><script>var a = "<p>no</p>";</script></head>
<body>
<div id="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/c">Committees</a></li></ul></div>
<p>You are in: <a href="/">Home</a></p>
<div class="content">
<h1>Custody review: progress</h1>
<p><b>Report:</b> 7<br>Date: 4 May 2004<br/>By: Clerk</p>
<h2 id="a">A. Recommendations</h2>
<p>That the Authority</p>
<ol><li>Notes the report; and</li>
<li>Agrees that<ol type="a"><li>a plan be made<li>it be sent on.</ol></li></ol>
<h2>B. Supporting information</h2>
<p id="para1">1. The review<sup class="fn"><a href="#fn1">1</a></sup> ended in 10<sup>th</sup> May.</p>
<blockquote>We saw no harm.</blockquote>
<table><tr><th>Action</th><th>Owner</th></tr>
<tr><td>Buy <b>cells</b></td><td>Force<br>and Authority</td></tr></table>
<p class="footnote" id="fn1">1. Held in 2003.</p>
</div>
<div id="footer"><p>Northmarch</p></div>
</body></html>)";

TEST(HtmlTest, NamesThePiecesOfAPage) {
  const Document document = Html(kPage);
  EXPECT_EQ(document.title, "Custody review: progress");
  EXPECT_THAT(
      Lines(document),
      ElementsAre(
          "chrome|Home", "chrome|Committees", "chrome|You are in: Home",
          "title|Custody review: progress", "header_line|Report: 7",
          "header_line|Date: 4 May 2004", "header_line|By: Clerk",
          "heading A.|Recommendations", "paragraph|That the Authority",
          "list_item 1. ^8|Notes the report; and",
          "list_item 2. ^8|Agrees that", "list_item a. ^10|a plan be made",
          "list_item b. ^10|it be sent on.",
          "heading B.|Supporting information",
          "paragraph 1.|The review ended in 10th May.",
          "quotation|We saw no harm.", "table_row|Action\tOwner",
          "table_cell ^16|Action", "table_cell ^16|Owner",
          "table_row|Buy cells\tForce and Authority",
          "table_cell ^19|Buy cells", "table_cell ^19|Force and Authority",
          "footnote 1.|Held in 2003.", "chrome|Northmarch"));
}

TEST(HtmlTest, KeepsAddressesAndLinks) {
  const Document document = Html(kPage);
  EXPECT_EQ(document.uri, "http://npa.example/04/7");
  EXPECT_EQ(document.blocks[7].fragment, "a");
  EXPECT_EQ(document.blocks[14].fragment, "para1");
  EXPECT_EQ(document.blocks[22].fragment, "fn1");
  std::vector<std::string> links;
  for (const Link& link : document.links) {
    links.push_back(std::string(Slice(document.text, link.span)) + ">" +
                    link.target);
  }
  EXPECT_THAT(links, ElementsAre("Home>/", "Committees>/c", "Home>/", ">#fn1"));
  const Link& note = document.links.back();
  EXPECT_EQ(document.text.substr(note.span.begin - 6, 6), "review");
}

TEST(HtmlTest, ReadsThePageLikeItsTextCopy) {
  // The same words laid out as text are the same report.
  const Document page = Html(
      "<h1>Custody review</h1><p>Report: 7<br>By: Clerk</p>"
      "<h2>A. Recommendation</h2><ol><li>Note it;<li>Send it on.</ol>");
  const Document copy = Text(
      "Custody review\nReport: 7\nBy: Clerk\nA. Recommendation\n"
      "- Note it;\n- Send it on.\nFeedback");
  EXPECT_EQ(TextDigest(page), TextDigest(copy));
  EXPECT_NE(TextDigest(page), "");
}

struct PageCase {
  const char* why;
  const char* html;
  std::vector<std::string> lines;
};

class HtmlCaseTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(HtmlCaseTest, IsReadAs) {
  const PageCase& c = GetParam();
  EXPECT_EQ(Lines(Html(c.html)), c.lines) << c.why;
}

INSTANTIATE_TEST_SUITE_P(
    Markup, HtmlCaseTest,
    ::testing::Values(
        PageCase{"unclosed elements",
                 "<h1>Paper of May</h1>One <b>two<p>three<ul><li>four<li>five",
                 {"title|Paper of May", "paragraph|One two", "paragraph|three",
                  "list_item ^2|four", "list_item ^2|five"}},
        PageCase{"a heading without an end",
                 "<h2>Paper of May<p>One two three.<p>Four.",
                 {"title|Paper of May", "paragraph|One two three.",
                  "paragraph|Four."}},
        PageCase{"references",
                 "<h1>A &amp; B</h1><p>&pound;3 &#8211; &#150; &lt;b&gt; "
                 "&nbsp; x</p>",
                 {"title|A & B",
                  "paragraph|\xC2\xA3\x33 \xE2\x80\x93 \xE2\x80\x93 <b> x"}},
        PageCase{"comments and CDATA",
                 "<h1>T of it</h1><!-- no --><p>a<![CDATA[ <b> & c]]>d</p>",
                 {"title|T of it", "paragraph|a <b> & cd"}},
        PageCase{"a comment that never ends",
                 "<h1>T of it</h1><!-- no <p>words</p>",
                 {"title|T of it", "paragraph|words"}},
        PageCase{"a script that never ends",
                 "<h1>T of it</h1><script>x",
                 {"title|T of it", "paragraph|x"}},
        PageCase{"preformatted text",
                 "<h1>T of it</h1><pre>1. One thing.\n2. Another  one.</pre>",
                 {"title|T of it", "paragraph 1.|One thing.",
                  "paragraph 2.|Another one."}},
        PageCase{"plaintext",
                 "<h1>T of it</h1><plaintext>a <p> b",
                 {"title|T of it", "paragraph|a <p> b"}},
        PageCase{"form controls",
                 "<h1>T of it</h1><form><select><option>Red<option>Blue"
                 "</select><button>Go</button><p>Words.</p></form>",
                 {"title|T of it", "chrome|Red", "chrome|Blue", "chrome|Go",
                  "paragraph|Words."}},
        PageCase{"words outside any element",
                 "<h1>T of it</h1>loose words",
                 {"title|T of it", "paragraph|loose words"}},
        PageCase{"frames",
                 "<frameset><frame src=a><noframes><h1>T of it</h1>"
                 "<p>Words.</noframes></frameset>",
                 {"title|T of it", "paragraph|Words."}},
        PageCase{"hidden words",
                 "<h1>T of it</h1><p style='display: none'>Old</p><p hidden>"
                 "Older</p><p>New.",
                 {"title|T of it", "chrome|Old", "chrome|Older",
                  "paragraph|New."}}));

INSTANTIATE_TEST_SUITE_P(
    Lists, HtmlCaseTest,
    ::testing::Values(
        PageCase{"numbers as the browser prints them",
                 "<h1>T of it</h1><ol start=3><li>c<li value=7>g<li>h</ol>"
                 "<ol type=I><li>a<li>b</ol>",
                 {"title|T of it", "list_item 3.|c", "list_item 7.|g",
                  "list_item 8.|h", "list_item I.|a", "list_item II.|b"}},
        PageCase{"a number the page prints itself",
                 "<h1>T of it</h1><ol><li>1. one<li>2. two</ol>",
                 {"title|T of it", "list_item 1.|one", "list_item 2.|two"}},
        PageCase{"words after an inner list belong to the outer item",
                 "<h1>T of it</h1><ul><li>a<ul><li>b</ul>c<li>d</ul>",
                 {"title|T of it", "list_item|a", "list_item ^1|b",
                  "paragraph ^1|c", "list_item|d"}},
        PageCase{"paragraphs in an item",
                 "<h1>T of it</h1><ol><li><p>One.</p><p>Two.</p></ol>",
                 {"title|T of it", "list_item 1.|One.", "paragraph ^1|Two."}}));

INSTANTIATE_TEST_SUITE_P(
    LineBreaks, HtmlCaseTest,
    ::testing::Values(
        PageCase{"an address",
                 "<h1>T of it</h1><p>1 High Street<br>Northmarch",
                 {"title|T of it", "paragraph|1 High Street",
                  "paragraph|Northmarch"}},
        PageCase{"sentences",
                 "<h1>T of it</h1>The Panel met.<br><br>It rose.",
                 {"title|T of it", "paragraph|The Panel met.",
                  "paragraph|It rose."}},
        PageCase{
            "a line broken to fit",
            "<h1>T of it</h1><p>The Panel met for the first time since the "
            "year before<br>and rose soon after.",
            {"title|T of it",
             "paragraph|The Panel met for the first time since the year "
             "before and rose soon after."}},
        PageCase{"lines that had room for the next word",
                 "<h1>T of it</h1><p>Review Panel of the Fire Authority and "
                 "the Health Trust of the county<br>Chair: Mrs Gwen Tarn and "
                 "Mr Odo Reed for the Trust<br>October 2005",
                 {"title|T of it",
                  "paragraph|Review Panel of the Fire Authority and the "
                  "Health Trust of the county",
                  "paragraph|Chair: Mrs Gwen Tarn and Mr Odo Reed for the "
                  "Trust",
                  "paragraph|October 2005"}},
        PageCase{"a heading",
                 "<h1>PART K<br>THE END</h1><p>Words.",
                 {"title|PART K THE END", "paragraph|Words."}}));

INSTANTIATE_TEST_SUITE_P(
    Tables, HtmlCaseTest,
    ::testing::Values(
        PageCase{
            "a table that lays out the page is no table",
            "<table><tr><td><a href=1>Home</a><br><a href=2>News</a><br>"
            "<a href=3>Help</a><br><a href=4>Links</a></td><td>"
            "<h1>Custody review</h1><p>The Panel met.</p></td></tr></table>",
            {"chrome|Home", "chrome|News", "chrome|Help", "chrome|Links",
             "title|Custody review", "paragraph|The Panel met."}},
        PageCase{"empty cells keep their place",
                 "<h1>T of it</h1><table><tr><td>a<td>b<td>c<tr><td>d<td><td>e"
                 "</table>",
                 {"title|T of it", "table_row|a\tb\tc", "table_cell ^1|a",
                  "table_cell ^1|b", "table_cell ^1|c", "table_row|d\t\te",
                  "table_cell ^5|d", "table_cell ^5|", "table_cell ^5|e"}},
        PageCase{"a caption",
                 "<h1>T of it</h1><table><caption>Costs</caption><tr><td>a<td>b"
                 "</table>",
                 {"title|T of it", "paragraph|Costs", "table_row|a\tb",
                  "table_cell ^2|a", "table_cell ^2|b"}},
        PageCase{
            "terms with a few words each are rows",
            "<h1>T of it</h1><dl><dt>Date<dd>4 May<dt>Paper<dd>8</dl>",
            {"title|T of it", "table_row|Date\t4 May", "table_cell ^1|Date",
             "table_cell ^1|4 May", "table_row|Paper\t8", "table_cell ^4|Paper",
             "table_cell ^4|8"}},
        PageCase{"a term over several things is no row",
                 "<h1>T of it</h1><dl><dt>For the Board<dd>Keys.<dd>Locks.<dt>"
                 "For the Clerk<dd>A box.</dl>",
                 {"title|T of it", "paragraph|For the Board", "paragraph|Keys.",
                  "paragraph|Locks.", "paragraph|For the Clerk",
                  "paragraph|A box."}},
        PageCase{"a menu that names the page one is on",
                 "<table><tr><td><b>This meeting</b><br><a href=1>Agenda</a>"
                 "<br><a href=2>Minutes</a><br><a href=3>6 Leases</a><br><b>7 "
                 "Keys</b></td><td><h1>Custody review</h1><p>The Panel met "
                 "in May and counted the keys of the county.</td></tr></table>",
                 {"chrome|This meeting", "chrome|Agenda", "chrome|Minutes",
                  "chrome|6 Leases", "chrome|7 Keys", "title|Custody review",
                  "paragraph|The Panel met in May and counted the keys of the "
                  "county."}},
        PageCase{"header fields in a table",
                 "<h1>Custody review</h1><table><tr><td>Report:<td>7<tr>"
                 "<td>Date:<td>4 May 2004</table><p>Words.",
                 {"title|Custody review", "header_line|Report: 7",
                  "header_line|Date: 4 May 2004", "paragraph|Words."}}));

INSTANTIATE_TEST_SUITE_P(
    Furniture, HtmlCaseTest,
    ::testing::Values(
        PageCase{"by element and role",
                 "<header>Site</header><nav>A</nav><div role=search>B</div>"
                 "<h1>T of it</h1><p>Words of the page.</p><footer>C</footer>",
                 {"chrome|Site", "chrome|A", "chrome|B", "title|T of it",
                  "paragraph|Words of the page.", "chrome|C"}},
        PageCase{"by the words of id and class",
                 "<div class='leftNav'>A</div><ul id=breadcrumbs><li>B</ul>"
                 "<h1>T of it</h1><p>Words of it all.</p><div id=siteFooter>C"
                 "</div>",
                 {"chrome|A", "chrome|B", "title|T of it",
                  "paragraph|Words of it all.", "chrome|C"}},
        PageCase{
            "pages related to this one",
            "<h1>T of it</h1><p>Words of it all, and more of them.</p><div "
            "id=related><h4>"
            "Related pages</h4><ul><li><a href=1>Keys (2003)</a></ul>"
            "</div>",
            {"title|T of it", "paragraph|Words of it all, and more of them.",
             "chrome|Related pages", "chrome|Keys (2003)"}},
        PageCase{"stop and search is no search box",
                 "<h1>T of it</h1><div id=stop-search><p>Stops rose.</p></div>",
                 {"title|T of it", "paragraph|Stops rose."}},
        PageCase{"what holds the page is no furniture",
                 "<div class='with-sidebar'><h1>T of it</h1><p>Words.</p></div>"
                 "<div class=menu>M</div>",
                 {"title|T of it", "paragraph|Words.", "chrome|M"}},
        PageCase{"a list of links above the heading is a menu",
                 "<ul><li><a href=1>A</a><li><a href=2>B</a><li><a href=3>C</a>"
                 "</ul><h1>T of it</h1><ul><li><a href=1>D</a><li><a href=2>E"
                 "</a><li><a href=3>F</a></ul>",
                 {"chrome|A", "chrome|B", "chrome|C", "title|T of it",
                  "list_item|D", "list_item|E", "list_item|F"}}));

// Minutes set in a table of number, minute and action.
TEST(HtmlTest, ReadsProseInRowsAsProse) {
  const std::string prose =
      "The keys of each store were counted, and the count written down by the "
      "Clerk, who had asked for it in May and had been told that it could not "
      "be done before the end of the year because of the state of the locks "
      "and of those who had the care of them; it was done in a week. ";
  std::string page = "<h1>Minutes</h1><table><tr><th>No.<th>Minute<th>Action";
  for (const char* number : {"40", "41"}) {
    page += std::string("<tr><td>") + number + "<td><b>Keys</b><p>" + prose +
            prose + "<p>RESOLVED: that it be noted.<td>Clerk";
  }
  page += "</table>";
  const std::vector<std::string> lines = Lines(Html(page));
  EXPECT_THAT(lines,
              ::testing::Contains("paragraph|RESOLVED: that it be noted."));
  EXPECT_THAT(
      lines,
      ::testing::Not(::testing::Contains(::testing::StartsWith("table_row"))));
}

TEST(HtmlTest, TakesThePageTitleWhereNoHeadingIs) {
  EXPECT_EQ(Html("<title> Custody\n review </title><p>The Panel met and it "
                 "rose.</p>")
                .title,
            "Custody review");
}

TEST(HtmlTest, FindsHeadingsInBoldWhereNoneAreMarked) {
  EXPECT_THAT(Lines(Html("<p>Custody review</p><p>Report: 7<br>By: Clerk</p>"
                         "<p><b>Background</b></p><p>The Panel met.</p>")),
              Contains("heading|Background"));
}

TEST(HtmlTest, BelievesTheAddressASavedPageNames) {
  EXPECT_EQ(Html("<!-- saved from url=(0023)http://npa.example/7/ --><h1>T</h1>"
                 "<p>x.")
                .uri,
            "http://npa.example/7/");
  EXPECT_EQ(Html("<meta property='og:url' content='https://npa.example/8'>"
                 "<h1>T</h1><p>x.")
                .uri,
            "https://npa.example/8");
  EXPECT_EQ(Html("<link rel=canonical href='/relative'><h1>T</h1><p>x.").uri,
            "http://northmarch.example/papers/7");
}

TEST(HtmlTest, ListsEveryAddressOfThePage) {
  const Document document = Html(
      "<h1 id=top>T of it</h1><a name=s1></a><div id=s2><p id=p1>"
      "<a name=n1>One</a> two <span id=x>three</span></p></div>"
      "<p>four</p><a name=end></a>");
  std::vector<std::string> anchors;
  for (const Anchor& anchor : document.anchors) {
    anchors.push_back(anchor.name + "@" +
                      document.text.substr(anchor.offset, 3));
  }
  EXPECT_THAT(anchors, ElementsAre("top@T o", "s1@One", "s2@One", "p1@One",
                                   "n1@One", "x@thr", "end@\n"));
  EXPECT_EQ(document.blocks[1].fragment, "p1");
  EXPECT_THAT(document.blocks[2].fragment, IsEmpty());
}

TEST(HtmlTest, SplitsALinkThatRunsOverLines) {
  const Document document =
      Html("<h1>T of it</h1><p><a href=x>One two.<br>Three.</a></p>");
  ASSERT_EQ(document.links.size(), 2u);
  EXPECT_EQ(Slice(document.text, document.links[0].span), "One two.");
  EXPECT_EQ(Slice(document.text, document.links[1].span), "Three.");
}

TEST(HtmlTest, UsesTheCharsetOfThePage) {
  const Document document =
      Html("<meta charset=iso-8859-1><h1>Caf\xE9</h1><p>\x93x\x94.");
  EXPECT_EQ(document.title, "Caf\xC3\xA9");
  EXPECT_EQ(document.charset.charset, "windows-1252");
  EXPECT_EQ(document.charset.decided_by, "declared");
}

}  // namespace
}  // namespace concord::document
