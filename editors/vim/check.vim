" Has Vim run chanlint and read what it prints: the quickfix list must have the places. Run by editors/check.
set nomore
compiler! chanlint

function! s:Check(what) abort
  let found = map(getqflist(), {_, one -> [bufname(one.bufnr), one.lnum, one.col, one.type]})
  let wanted = [['Jobs.java', 9, 23, 'e']]
  if found !=# wanted
    call writefile([a:what . ': ' . string(found) . ', wanted ' . string(wanted)], '/dev/stderr')
    cquit
  endif
endfunction

silent make! Jobs.java
call s:Check(':make')

" The buffer as it is, saved or not.
edit Jobs.java
call append(0, '')
let &l:modified = 1
cgetexpr systemlist('chanlint check - --stdin-filename Jobs.java --format gnu', bufnr())
let places = map(getqflist(), {_, one -> [bufname(one.bufnr), one.lnum, one.col, one.type]})
if places !=# [['Jobs.java', 10, 23, 'e']]
  call writefile(['unsaved: ' . string(places)], '/dev/stderr')
  cquit
endif
qall!
