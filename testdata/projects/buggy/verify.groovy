// The finding reads like a compiler's error, whether or not it fails the build, and the report is there for tools. Test sources are
// read when asked for. Why a build failed, Maven tells behind that it did.
def source = new File(basedir, 'src/main/java/orders/Orders.java')
def audit = new File(basedir, 'src/test/java/orders/Audit.java')
def (check, report, withTests) = new File(basedir, 'build.log').text.split('BUILD (SUCCESS|FAILURE)') as List
def line = source.readLines().findIndexOf { it.contains('prices.send') } + 1
assert check.contains("[ERROR] ${source}:[${line},")
assert check =~ /\[ERROR\] .*Orders\.java:\[${line},\d+\] .+ \[leak-send\]/
assert !check.contains("${audit}:[")
assert report =~ /chanlint: 1 finding: 1 confirmed, .*; witnesses and how to replay them: /
assert withTests.contains("[ERROR] ${audit}:[")
assert report.contains("[ERROR] ${source}:[${line},")

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanlint/chanlint.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results*.properties.verdict == ['CONFIRMED', 'CONFIRMED']
assert new File(basedir, 'target/chanlint/chanlint.txt').text.contains('replay: chanlint replay ')
assert new File(basedir, 'target/findings.txt').readLines().size() == 2
