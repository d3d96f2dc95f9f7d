// Nothing to say, and the report says so. Help lists the goals.
def log = new File(basedir, 'build.log').text
assert !(log =~ /Orders\.java:\[/)
['check', 'report', 'explore', 'baseline', 'explain', 'help'].each { assert log =~ /(?m)^\S*chanlint:${it}$/ }

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanlint/chanlint.sarif'))
assert sarif.runs[0].results.isEmpty()
