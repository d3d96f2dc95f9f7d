// The finding reads like a compiler's error, and the report is there for tools. Test sources are read when asked for.
def source = new File(basedir, 'src/main/java/orders/Orders.java')
def audit = new File(basedir, 'src/test/java/orders/Audit.java')
def (first, second) = new File(basedir, 'build.log').text.split('BUILD FAILURE')
def line = source.readLines().findIndexOf { it.contains('prices.send') } + 1
assert first.contains("[ERROR] ${source}:[${line},")
assert first =~ /\[ERROR\] .*Orders\.java:\[${line},\d+\] .+ \[leak-send\]/
assert !first.contains("${audit}:[")
assert second =~ /chanlint: 1 finding: 1 confirmed, .*; witnesses and how to replay them: /
assert second.contains("[ERROR] ${audit}:[")
assert second.contains('BUILD SUCCESS')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanlint/chanlint.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results*.properties.verdict == ['CONFIRMED', 'CONFIRMED']
assert new File(basedir, 'target/chanlint/chanlint.txt').text.contains('replay: chanlint replay ')
assert new File(basedir, 'target/findings.txt').readLines().size() == 2
