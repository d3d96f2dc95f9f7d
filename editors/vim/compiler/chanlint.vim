" Vim compiler file: ':compiler chanlint' and then ':make src'.
if exists("current_compiler")
  finish
endif
let current_compiler = "chanlint"

CompilerSet makeprg=chanlint\ check\ --format\ gnu\ $*
CompilerSet errorformat=%f:%l:%c:\ %t%*[^:]:\ %m
