// The finding reads like a compiler's error, and the report is there for tools.
def source = new File(basedir, 'src/main/java/orders/Orders.java')
def log = new File(basedir, 'build.log').text
def line = source.readLines().findIndexOf { it.contains('prices.send') } + 1
assert log.contains("[ERROR] ${source}:[${line},")
assert log =~ /\[ERROR\] .*Orders\.java:\[${line},\d+\] .+ \[leak-send\]/
assert log.contains('chanlint: 1 finding that fails the build')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanlint/chanlint.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results*.properties.verdict == ['CONFIRMED']
assert new File(basedir, 'target/chanlint/chanlint.txt').text.contains('replay: chanlint replay ')
