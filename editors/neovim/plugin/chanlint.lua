-- Starts chanlint's language server for Java files. Needs Neovim 0.8 or newer.
vim.api.nvim_create_autocmd("FileType", {
  pattern = "java",
  callback = function(event)
    local marks = { ".git", "pom.xml", "chanlint.toml" }
    local mark = vim.fs.find(marks, { upward = true, path = vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf)) })[1]
    vim.lsp.start({ name = "chanlint", cmd = { "chanlint", "lsp" }, root_dir = mark and vim.fs.dirname(mark) })
  end,
})
