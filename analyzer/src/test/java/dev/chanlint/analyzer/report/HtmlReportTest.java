package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.rules.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTML report in a browser, as its readers have it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportTest {

  private static final String HOSTILE =
      "</script><script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\">"
          + "<!-- ${7*7} {{x}} \"quoted\" 'single' &amp; ";

  @TempDir private Path folder;
  private Playwright playwright;
  private Browser browser;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  void launch() {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on the PATH");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox")));
  }

  private static Optional<Path> chromium() {
    List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(place -> names.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @AfterAll
  void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOf() {
    browser.contexts().forEach(BrowserContext::close);
    assertThat(complaints).isEmpty();
  }

  private Path write(Report report) throws IOException {
    return Files.writeString(folder.resolve("report.html"), HtmlReport.render(report));
  }

  private Page open(Report report) throws IOException {
    return open(report, new Browser.NewPageOptions(), "");
  }

  private Page open(Report report, Browser.NewPageOptions options, String anchor)
      throws IOException {
    Page page = browser.newPage(options);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(write(report).toUri() + anchor);
    return page;
  }

  private static List<String> visible(Page page) {
    return page.locator("article:visible .verdict").allTextContents();
  }

  private static Locator select(Page page, String name) {
    return page.locator("select[name=" + name + "]");
  }

  @Test
  void isReadableWithoutScript() throws IOException {
    Page page =
        open(SampleReport.whole(), new Browser.NewPageOptions().setJavaScriptEnabled(false), "");

    assertThat(visible(page)).containsExactly("CONFIRMED", "UNDECIDED", "REFUTED", "STRUCTURAL");
    assertThat(page.locator("#filters").isVisible()).isFalse();
    page.locator("details.witness summary").click();
    assertThat(page.locator(".lanes tr:visible").count()).isEqualTo(6);
    assertThat(page.locator(".player").isVisible()).isFalse();
  }

  @Test
  void filtersFindings() throws IOException {
    Page page = open(SampleReport.whole());

    select(page, "rule").selectOption("leak-send");
    assertThat(visible(page)).containsExactly("CONFIRMED", "UNDECIDED", "REFUTED");
    select(page, "verdict").selectOption("REFUTED");
    assertThat(visible(page)).containsExactly("REFUTED");
    assertThat(page.locator("#shown").textContent()).isEqualTo("1 of 4 shown");
    page.locator("button[type=reset]").click();
    assertThat(visible(page)).hasSize(4);
    page.locator("input[name=text]").fill("SPINS");
    assertThat(visible(page)).containsExactly("STRUCTURAL");
    select(page, "package").selectOption(new String[] {""});
    assertThat(visible(page)).containsExactly("STRUCTURAL");
  }

  @Test
  void filtersSurviveInTheAddress() throws IOException {
    Page page = open(SampleReport.whole());
    select(page, "verdict").selectOption("UNDECIDED");
    page.locator("input[name=text]").fill("a & b=c #d");
    String address = (String) page.evaluate("location.href");

    Page again =
        open(
            SampleReport.whole(),
            new Browser.NewPageOptions(),
            address.substring(address.indexOf('#')));

    assertThat(select(again, "verdict").inputValue()).isEqualTo("UNDECIDED");
    assertThat(again.locator("input[name=text]").inputValue()).isEqualTo("a & b=c #d");
    assertThat(visible(again)).isEmpty();
    again.locator("input[name=text]").fill("");
    assertThat(visible(again)).containsExactly("UNDECIDED");
  }

  @Test
  void anAddressWithUnknownFiltersShowsNothingElseAmiss() throws IOException {
    Page page = open(SampleReport.whole(), new Browser.NewPageOptions(), "#verdict=NOBODY&x=1");

    assertThat(select(page, "verdict").inputValue()).isEmpty();
    assertThat(visible(page)).hasSize(4);
  }

  @Test
  void stepsThroughAWitnessByKeyboardWithTheSourceBesideIt() throws IOException {
    Page page = open(SampleReport.whole());
    Locator witness = page.locator("details.witness");
    witness.locator("summary").focus();
    page.keyboard().press("Enter");
    Locator now = witness.locator("[aria-current=step] th");
    Locator slider = witness.locator("input[type=range]");

    assertThat(now.textContent()).isEqualTo("end");
    slider.focus();
    page.keyboard().press("ArrowLeft");
    assertThat(now.textContent()).isEqualTo("4");
    assertThat(witness.locator("figcaption").textContent()).isEqualTo(SampleReport.FILE + ":19");
    assertThat(witness.locator(".source li.now").textContent().strip())
        .isEqualTo("answers.send(\"answer from \" + mirror);");
    page.keyboard().press("Home");
    assertThat(now.textContent()).isEqualTo("1");
    assertThat(slider.getAttribute("aria-valuetext")).startsWith("1: Mirrors.java:12 go");
    assertThat(witness.locator(".step.later").count()).isEqualTo(4);
    witness.locator("button.next").click();
    assertThat(now.textContent()).isEqualTo("2");
    witness.locator(".step").nth(2).click();
    assertThat(now.textContent()).isEqualTo("3*");
  }

  @Test
  void drawsArrowsFromLaneToLane() throws IOException {
    Page page = open(SampleReport.whole());
    page.locator("details.witness summary").click();

    Locator arrows = page.locator(".arrow");
    assertThat(arrows.count()).isEqualTo(3);
    assertThat(arrows.last().getAttribute("class")).isEqualTo("arrow leftward");
    assertThat(arrows.last().getAttribute("data-span")).isEqualTo("2");
    double lane = page.locator(".lanes td").first().boundingBox().width;
    assertThat(arrows.last().boundingBox().width)
        .isCloseTo(2 * lane, org.assertj.core.data.Offset.offset(4.0));
  }

  @Test
  void whatTheCodeUnderTestHoldsStaysText() throws IOException {
    Finding finding = SampleReport.confirmed().finding();
    Finding hostile =
        new Finding(
            finding.rule(),
            HOSTILE,
            finding.at(),
            HOSTILE,
            List.of(new Finding.Related(finding.at(), HOSTILE)),
            List.of(),
            HOSTILE);
    Judged undecided = SampleReport.undecided();
    Report report =
        SampleReport.of(
            new Judged(hostile, new Verdict.Undecided(HOSTILE), List.of(), undecided.scope()));

    Page page = open(report);

    assertThat(page.locator("article h3").textContent()).contains(HOSTILE);
    assertThat(page.locator(".related").textContent()).contains(HOSTILE);
    assertThat(page.locator(".reason").textContent()).contains(HOSTILE);
    assertThat(page.locator("img").count()).isZero();
    assertThat(page.title()).startsWith("chanlint: 1 finding");
  }

  @Test
  void hostileSourcesStayText() throws IOException {
    Path source = folder.resolve("Hostile.java");
    Files.writeString(source, "// line one\n" + HOSTILE + "\n");

    Page page = open(SampleReport.passing(source.toString()));
    page.locator("details.witness summary").click();
    page.locator("button.previous").click();

    assertThat(page.locator(".source li.now").textContent()).isEqualTo(HOSTILE);
    assertThat(page.locator("img").count()).isZero();
  }

  @Test
  void showsManyFindings() throws IOException {
    Judged[] many =
        IntStream.range(0, 100)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        SampleReport.confirmed(),
                        SampleReport.undecided(),
                        SampleReport.refuted(),
                        SampleReport.structural()))
            .toArray(Judged[]::new);

    Page page = open(SampleReport.of(many));
    select(page, "verdict").selectOption("CONFIRMED");

    assertThat(page.locator("#shown").textContent()).isEqualTo("100 of 400 shown");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void isAccessible(ColorScheme scheme) throws IOException {
    Page page = open(SampleReport.whole(), new Browser.NewPageOptions().setColorScheme(scheme), "");
    page.locator("details.witness summary").click();
    page.locator("button.previous").click();

    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();

    assertThat(violations).extracting(Rule::toString).isEmpty();
  }

  @Test
  void printsWitnessesWithoutWhatNeedsAScreen() throws IOException {
    Page page = open(SampleReport.whole());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator("#filters").isVisible()).isFalse();
    assertThat(page.locator(".lanes").isVisible()).isTrue();
    assertThat(page.locator(".player").isVisible()).isFalse();
  }

  @Test
  void loadsNothing() throws IOException {
    List<String> requests = Collections.synchronizedList(new ArrayList<>());
    Page page = browser.newPage();
    page.onRequest(request -> requests.add(request.url()));
    Path file = write(SampleReport.whole());
    page.navigate(file.toUri().toString());

    assertThat(requests).containsExactly(file.toUri().toString());
  }
}
