-- nvim --headless -n -u client.lua FILE      (Neovim 0.7 and newer)
-- Starts the language server over stdio as any user of Neovim would, waits for its problems and prints them; then asks
-- for the preferred fix of the rule in FIX_RULE, applies it and prints the text. One JSON object a line.

local function say(tag, value)
  io.stdout:write(vim.fn.json_encode({ tag = tag, value = value }) .. '\n')
end

local published
local shown = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, ctx, config)
  published = result.diagnostics
  return shown(err, result, ctx, config)
end

local function wait(what, ready)
  if not vim.wait(20000, ready, 50) then
    say('failed', 'waited in vain for ' .. what)
    vim.cmd('cq')
  end
end

local function preferred_fix(client, buffer, problem)
  local answer = client.request_sync('textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = problem.range,
    context = { diagnostics = { problem } },
  }, 10000, buffer)
  for _, action in ipairs(answer and answer.result or {}) do
    if action.isPreferred then
      if not action.edit and action.data then
        action = client.request_sync('codeAction/resolve', action, 10000, buffer).result
      end
      return action
    end
  end
end

local function run()
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = 'markdown'
  local id = vim.lsp.start_client({
    name = 'fangan',
    cmd = { vim.env.SERVER_NODE, vim.env.SERVER_SCRIPT, '--stdio' },
    root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':h'),
    get_language_id = function()
      return 'markdown'
    end,
  })
  vim.lsp.buf_attach_client(buffer, id)
  wait('problems', function()
    return published ~= nil
  end)
  say('problems', published)
  say('shown', #vim.diagnostic.get(buffer))

  for _, problem in ipairs(published) do
    if problem.code == vim.env.FIX_RULE then
      local client = vim.lsp.get_client_by_id(id)
      local fix = preferred_fix(client, buffer, problem)
      if not fix then
        say('failed', 'no preferred fix of ' .. problem.code)
        vim.cmd('cq')
      end
      published = nil
      vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
      wait('problems after the fix', function()
        return published ~= nil
      end)
      say('fixed', { title = fix.title, lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false), problems = published })
      break
    end
  end
  vim.lsp.stop_client(id)
  vim.cmd('qa!')
end

vim.api.nvim_create_autocmd('VimEnter', {
  once = true,
  callback = function()
    local ok, message = pcall(run)
    if not ok then
      say('failed', tostring(message))
      vim.cmd('cq')
    end
  end,
})
