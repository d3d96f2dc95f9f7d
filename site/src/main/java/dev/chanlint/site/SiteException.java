package dev.chanlint.site;

/** The site cannot be built: a page is not as pages are, or leads nowhere. */
final class SiteException extends RuntimeException {

  SiteException(String message) {
    super(message);
  }
}
