package dev.chanlint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site in a browser, as its readers have it. */
class SiteInBrowserTest {

  @TempDir private static Path folder = Path.of("");

  private static @Nullable Chromium chromium;

  @BeforeAll
  static void launch() throws IOException {
    Optional<Chromium> found = Chromium.launch();
    assumeTrue(found.isPresent(), "no Chromium on the PATH");
    chromium = found.get();
    Site.read(Path.of("")).write(folder);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Page open(String page, ColorScheme scheme) {
    Browser browser = Objects.requireNonNull(chromium).browser();
    Page opened = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme));
    opened.navigate(folder.resolve(page).toUri().toString());
    return opened;
  }

  /** A page of each kind: contents, tables, diagrams, programs, a generated list. */
  @ParameterizedTest
  @CsvSource({
    "index.html, DARK",
    "architecture.html, LIGHT",
    "from-go.html, LIGHT",
    "rules/index.html, LIGHT",
    "rules/leak-send.html, DARK"
  })
  void isAccessible(String name, ColorScheme scheme) {
    try (Page page = open(name, scheme)) {
      List<Rule> violations = new AxeBuilder(page).analyze().getViolations();

      assertThat(violations).extracting(Rule::toString).isEmpty();
    }
  }

  @Test
  void canBeReadByKeyboard() {
    try (Page page = open("verdicts.html", ColorScheme.LIGHT)) {
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the text");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");

      assertThat((Boolean) page.evaluate("document.activeElement.closest('main') !== null"))
          .isTrue();
    }
  }

  @Test
  void nothingIsWiderThanASmallScreen() {
    try (Page page = open("from-go.html", ColorScheme.LIGHT)) {
      page.setViewportSize(360, 800);

      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(360);
    }
  }
}
