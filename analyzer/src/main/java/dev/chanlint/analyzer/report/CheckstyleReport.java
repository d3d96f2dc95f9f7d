package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.rules.Finding;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML that Checkstyle writes and many tools read. */
final class CheckstyleReport {

  private CheckstyleReport() {}

  static String render(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(xml, report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text in memory that cannot be written", e);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, Report report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("checkstyle");
    xml.writeAttribute("version", "10.0");
    Map<String, List<Result>> files =
        report.shown().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.finding().at().file(), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Result>> file : files.entrySet()) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("file");
      xml.writeAttribute("name", characters(file.getKey()));
      for (Result result : file.getValue()) {
        write(xml, result);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private static void write(XMLStreamWriter xml, Result result) throws XMLStreamException {
    Finding finding = result.finding();
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("error");
    xml.writeAttribute("line", String.valueOf(finding.at().line()));
    xml.writeAttribute("column", String.valueOf(finding.at().column()));
    xml.writeAttribute(
        "severity", result.severity() == Severity.NOTE ? "info" : result.severity().word());
    xml.writeAttribute("message", characters(result.verdict().word() + ": " + finding.message()));
    xml.writeAttribute("source", "chanlint." + characters(finding.rule()));
  }

  /** XML 1.0 knows no way to write most control characters, nor half a surrogate pair. */
  private static String characters(String text) {
    return Printable.line(text)
        .codePoints()
        .mapToObj(
            c ->
                c >= 0xd800 && c <= 0xdfff || (c & 0xfffe) == 0xfffe
                    ? String.format("\\u%04x", c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }
}
