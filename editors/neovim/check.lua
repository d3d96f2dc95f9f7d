-- Has Neovim use chanlint: it must show what the server finds in a text that is not saved, and have it run. Run by
-- editors/check.

local PATIENCE = 120000

local function fail(...)
  io.stderr:write(table.concat(vim.tbl_map(vim.inspect, { ... }), " ") .. "\n")
  vim.cmd("cquit")
end

-- What 0.8 brought; Debian 12 has 0.7.
if not vim.lsp.start then
  vim.lsp.start = function(config)
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
end
if not vim.fs then
  vim.fs = {
    dirname = function(file)
      return vim.fn.fnamemodify(file, ":h")
    end,
    find = function(names, options)
      for _, name in ipairs(names) do
        local found = vim.fn.finddir(name, options.path .. ";")
        if found ~= "" then
          return { vim.fn.fnamemodify(found, ":p:h") }
        end
      end
      return {}
    end,
  }
end

local function wait_for(severity)
  local found = {}
  local seen = vim.wait(PATIENCE, function()
    found = vim.diagnostic.get(0, { severity = severity })
    return #found == 1
  end, 100)
  if not seen then
    fail("no diagnostic of severity", severity, vim.diagnostic.get(0))
  end
  return found[1]
end

vim.cmd("runtime plugin/chanlint.lua")
vim.cmd("filetype on")
vim.cmd("edit Jobs.java")
vim.api.nvim_buf_set_lines(0, 0, 0, true, { "" })
local leak = wait_for(vim.diagnostic.severity.WARN)
if leak.lnum ~= 9 or leak.col ~= 22 or leak.code ~= "leak-send" then
  fail("the diagnostic", leak)
end

vim.api.nvim_win_set_cursor(0, { 10, 0 })
local lenses
vim.lsp.codelens.refresh()
vim.wait(PATIENCE, function()
  lenses = vim.lsp.codelens.get(0)
  return #lenses > 0
end, 100)
vim.lsp.codelens.run()
wait_for(vim.diagnostic.severity.ERROR)
vim.cmd("qall!")
