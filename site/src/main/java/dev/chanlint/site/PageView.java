package dev.chanlint.site;

import java.util.List;

/**
 * What the template of a page shows.
 *
 * @param title the page's title
 * @param root the way to the site's root, as links on the page begin with it: empty or {@code ../}
 * @param groups the site's contents
 * @param parts the page's own contents
 * @param html the text
 */
public record PageView(
    String title, String root, List<Group> groups, List<Entry> parts, String html) {

  /**
   * Pages that belong together.
   *
   * @param title what they are about
   * @param entries the pages
   */
  public record Group(String title, List<Entry> entries) {}

  /**
   * A link.
   *
   * @param title what it says
   * @param href where it leads, seen from the page
   * @param current whether that is this page
   */
  public record Entry(String title, String href, boolean current) {}
}
