// What must live in the browser: what is half typed, where the reader has scrolled to, who this browser speaks for.
// Blazor draws everything else. Nothing here writes HTML from text.
window.outcome = (() => {
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* a full store loses drafts, not lines */ } },
    drop(key) { localStorage.removeItem(key); },
  };

  const lineId = () => {
    const random = crypto.getRandomValues(new Uint8Array(5));
    return Date.now().toString(16).padStart(11, '0') + Array.from(random, byte => byte.toString(16).padStart(2, '0')).join('');
  };

  // ---- who and where ------------------------------------------------------------------------------------------

  const hello = () => ({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
    // A tab may speak for another person than the browser last did, to try a session alone.
    person: sessionStorage.getItem('ob:person') ?? localStorage.getItem('ob:person'),
    room: localStorage.getItem('ob:room'),
    wide: matchMedia('(min-width: 800px)').matches,
    theme: document.documentElement.dataset.theme ?? 'system',
  });

  const speakFor = person => {
    sessionStorage.setItem('ob:person', person);
    localStorage.setItem('ob:person', person);
  };

  const setTheme = theme => {
    if (theme === 'system') {
      localStorage.removeItem('ob:theme');
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem('ob:theme', theme);
      document.documentElement.dataset.theme = theme;
    }
  };

  // ---- suggestions while typing ---------------------------------------------------------------------------------

  const typing = what => JSON.parse(document.getElementById('typing')?.dataset[what] || '[]');

  // The part of a usage that is typed as it stands; what follows is an example.
  const stem = usage => '/outcome ' + usage;

  function found(text, caret) {
    const before = text.slice(0, caret);
    const slash = /^\/(\S*(?:\s\S*)?)$/.exec(before);
    if (slash) {
      const typed = ('/' + slash[1]).toLowerCase();
      return typing('commands')
        .filter(one => (stem(one.text)).toLowerCase().startsWith(typed) || ('/' + one.text).toLowerCase().startsWith(typed))
        .map(one => ({ label: stem(one.text) + (one.example ? ' ' + one.example : ''), meaning: one.meaning, insert: stem(one.text) + (one.example ? ' ' : ''), from: 0, send: !one.example }));
    }
    const mention = /^@outcomebot\s+(\S*)$/i.exec(before);
    if (mention) {
      return typing('commands')
        .filter(one => one.text && one.text.toLowerCase().startsWith(mention[1].toLowerCase()))
        .map(one => ({ label: '@OutcomeBot ' + one.text + (one.example ? ' ' + one.example : ''), meaning: one.meaning, insert: '@OutcomeBot ' + one.text + (one.example ? ' ' : ''), from: 0 }));
    }
    const at = /(?:^|\s)@([^\s@]{0,40})$/.exec(before);
    if (at) {
      const typed = at[1].toLowerCase();
      return typing('names')
        .filter(name => name.toLowerCase().startsWith(typed))
        .slice(0, 8)
        .map(name => ({ label: '@' + name, meaning: name === 'OutcomeBot' ? 'Ask the bot' : '', insert: '@' + name + ' ', from: caret - at[1].length - 1 }));
    }
    return [];
  }

  function suggestions(area, box) {
    let items = [];
    let active = -1;

    const close = () => {
      items = [];
      active = -1;
      box.hidden = true;
      box.replaceChildren();
      area.setAttribute('aria-expanded', 'false');
      area.removeAttribute('aria-activedescendant');
    };

    const mark = index => {
      active = index;
      [...box.children].forEach((row, number) => row.setAttribute('aria-selected', String(number === index)));
      const row = box.children[index];
      if (!row) return;
      area.setAttribute('aria-activedescendant', row.id);
      row.scrollIntoView({ block: 'nearest' });
    };

    const choose = index => {
      const item = items[index];
      const rest = area.value.slice(area.selectionStart);
      area.value = area.value.slice(0, item.from) + item.insert + rest.replace(/^\s+/, '');
      const caret = item.from + item.insert.length;
      area.setSelectionRange(caret, caret);
      close();
      area.dispatchEvent(new Event('input', { bubbles: true }));
      close();
    };

    const show = () => {
      const next = document.activeElement === area ? found(area.value, area.selectionStart) : [];
      const same = next.length === 1 && next[0].insert.trim() === area.value.trim();
      if (!next.length || same) return close();
      items = next;
      box.replaceChildren(...items.map((item, index) => {
        const row = document.createElement('div');
        row.id = box.id + '-' + index;
        row.setAttribute('role', 'option');
        const label = document.createElement('span');
        label.className = 'suggestion-label';
        label.textContent = item.label;
        const meaning = document.createElement('span');
        meaning.className = 'suggestion-meaning';
        meaning.textContent = item.meaning;
        row.append(label, meaning);
        row.addEventListener('mousedown', event => { event.preventDefault(); choose(index); });
        return row;
      }));
      box.hidden = false;
      area.setAttribute('aria-expanded', 'true');
      mark(0);
    };

    const key = event => {
      if (!items.length) return false;
      if (event.key === 'ArrowDown') mark((active + 1) % items.length);
      else if (event.key === 'ArrowUp') mark((active - 1 + items.length) % items.length);
      else if (event.key === 'Tab' && !event.shiftKey) choose(active);
      else if (event.key === 'Enter' && !event.shiftKey && !isWhole(items)) choose(active);
      else if (event.key === 'Escape') { close(); event.stopPropagation(); }
      else return false;
      event.preventDefault();
      return true;
    };

    // A command that is already typed whole is sent by Enter, not completed again.
    const isWhole = list => list.some(item => item.insert.trim().toLowerCase() === area.value.trim().toLowerCase());

    area.addEventListener('input', show);
    area.addEventListener('click', show);
    area.addEventListener('blur', close);
    return { key, close };
  }

  // ---- composer: a draft until the server has stored it -----------------------------------------------------------

  function composer(root, page, options) {
    const area = root.querySelector('textarea');
    const send = root.querySelector('.send');
    const error = root.querySelector('.composer-error');
    const state = { key: root.dataset.draft ?? options.key, sending: false };
    const list = options.suggest ? suggestions(area, root.querySelector('[role=listbox]')) : { key: () => false, close() {} };

    const grow = () => {
      area.style.height = 'auto';
      area.style.height = Math.min(area.scrollHeight + 2, 240) + 'px';
      send?.toggleAttribute('data-ready', area.value.trim() !== '');
    };
    const fault = sentence => { error.textContent = sentence ?? ''; error.hidden = !sentence; };

    // The id is kept with the draft: after a broken connection the same text goes out under the same id.
    const keep = id => {
      if (area.value.trim() === '') store.drop(state.key);
      else store.set(state.key, { text: area.value, id: id ?? null });
    };

    const load = () => {
      const draft = store.get(state.key);
      area.value = draft?.text ?? options.text ?? '';
      fault(null);
      grow();
      if (draft?.id) submit(draft.id);
    };

    async function submit(id) {
      if (area.value.trim() === '') return;
      // Enter while a line is on its way: what stands here then goes out right after it.
      if (state.sending) { state.next = true; return; }
      state.sending = true;
      state.next = false;
      const { key } = state;
      const text = area.value;
      const own = id ?? lineId();
      list.close();
      keep(own);
      try {
        let answer = await page.invokeMethodAsync('SendAsync', own, text);
        if (answer.stale) {
          const fresh = lineId();
          keep(fresh);
          answer = await page.invokeMethodAsync('SendAsync', fresh, text);
        }
        finish(key, text, answer);
      } catch {
        // The connection broke: the draft and its id stay, and go out when it is back.
        fault('Not sent yet: the connection is lost. Your text is kept and goes out when it is back.');
        state.next = false;
      } finally {
        state.sending = false;
      }
      if (state.next && state.key === key) submit();
    }

    function finish(key, text, answer) {
      if (answer.sentence) {
        if (state.key === key) { fault(answer.sentence); keep(); }
        else store.set(key, { text, id: null });
        return;
      }
      if (state.key !== key) return store.drop(key);
      fault(null);
      // Whatever was typed while the line was on its way is the next draft.
      area.value = area.value === text ? '' : area.value.startsWith(text) ? area.value.slice(text.length).replace(/^\n/, '') : area.value;
      keep();
      grow();
    }

    area.addEventListener('input', () => { keep(); grow(); });
    area.addEventListener('keydown', event => {
      if (event.isComposing || list.key(event)) return;
      if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); submit(); }
      if (event.key === 'Escape' && options.escape) { event.stopPropagation(); store.drop(state.key); page.invokeMethodAsync('CancelAsync'); }
    });
    send?.addEventListener('click', () => { submit(); area.focus(); });
    const again = () => { const draft = store.get(state.key); if (draft?.id) submit(draft.id); };
    document.addEventListener('ob:back', again);
    // The same box serves the next thread: it changes over when that is drawn, so that nothing typed there is taken for the one before.
    const moved = new MutationObserver(() => {
      if (root.dataset.draft === state.key) return;
      state.key = root.dataset.draft;
      list.close();
      load();
    });
    moved.observe(root, { attributes: true, attributeFilter: ['data-draft'] });
    // What was typed before this was ready is the draft; otherwise it is what was left here.
    if (area.value === '') load();
    else { keep(); grow(); }
    area.readOnly = false;
    if (options.focus) { area.focus(); area.setSelectionRange(area.value.length, area.value.length); }

    return {
      submit() { submit(); },
      drop() { store.drop(state.key); },
      dispose() { document.removeEventListener('ob:back', again); moved.disconnect(); },
    };
  }

  // ---- the list of lines: stays at the end when the reader is there, stays put when not ------------------------------

  function list(root, key) {
    const scroller = root;
    const pill = root.parentElement.querySelector('.to-end');
    let atEnd = true;
    let seenKey = key;
    let seen = store.get(seenKey) ?? 0;

    const end = () => { scroller.scrollTop = scroller.scrollHeight; };
    const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 48;
    const latest = () => Math.max(0, ...[...scroller.querySelectorAll('[data-at]')].map(line => Number(line.dataset.at)));
    const look = () => { if (document.visibilityState === 'visible') store.set(seenKey, latest()); };

    // What others changed since the reader last looked is marked for a moment.
    const mark = line => {
      if (!line.dataset?.at || line.dataset.mine !== undefined || Number(line.dataset.at) <= seen) return;
      line.dataset.fresh = '';
      setTimeout(() => { delete line.dataset.fresh; }, 4000);
    };

    const changed = new MutationObserver(records => {
      let added = false;
      for (const record of records) {
        if (record.type === 'attributes') mark(record.target);
        for (const node of record.addedNodes) if (node.nodeType === 1) { added = true; if (node.matches('[data-at]')) mark(node); }
      }
      seen = Math.max(seen, latest());
      if (atEnd) end(); else if (added && pill) pill.hidden = isAtEnd();
      look();
    });

    const resized = new ResizeObserver(() => { if (atEnd) end(); });
    const scrolled = () => { atEnd = isAtEnd(); if (atEnd && pill) pill.hidden = true; };
    scroller.addEventListener('scroll', scrolled, { passive: true });
    pill?.addEventListener('click', end);
    changed.observe(scroller, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-at'] });
    resized.observe(scroller);
    if (scroller.firstElementChild) resized.observe(scroller.firstElementChild);

    const first = () => {
      if (seen > 0) scroller.querySelectorAll('[data-at]').forEach(mark);
      seen = Math.max(seen, latest());
      atEnd = true;
      end();
      look();
    };
    first();

    return {
      become(next) { if (next === seenKey) return; seenKey = next; seen = store.get(next) ?? 0; if (pill) pill.hidden = true; first(); },
      dispose() { changed.disconnect(); resized.disconnect(); },
    };
  }

  // ---- dialogs and forms ------------------------------------------------------------------------------------------

  function dialog(element, page, formKey) {
    const opener = document.activeElement;
    const form = element.querySelector('form');
    const key = formKey ? 'ob:form:' + formKey : null;
    if (!element.open) element.showModal();

    const values = () => {
      const all = {};
      for (const field of form.querySelectorAll('[data-field]')) {
        const name = field.dataset.field;
        all[name] ??= [];
        if (field.type === 'checkbox' || field.type === 'radio') { if (field.checked) all[name].push(field.value); }
        else all[name].push(field.value);
      }
      return all;
    };

    const restore = () => {
      const draft = key && store.get(key);
      if (!draft) return;
      for (const field of form.querySelectorAll('[data-field]')) {
        const kept = draft[field.dataset.field];
        if (!kept) continue;
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = kept.includes(field.value);
        else field.value = kept[0] ?? '';
      }
    };

    const count = field => {
      const at = form.querySelector(`[data-count-of="${field.id}"]`);
      if (at) at.textContent = `${field.value.length} / ${field.maxLength}`;
    };

    // What is left to give, said while it is typed. Whether the sum is right is for the bot to say.
    const left = () => {
      const at = form.querySelector('[data-budget]');
      if (!at) return;
      const given = at.dataset.budgetOf.split(' ').reduce((sum, name) => sum + (parseInt(form.querySelector(`[data-field="${name}"]`)?.value, 10) || 0), 0);
      const rest = at.dataset.budget - given;
      at.textContent = rest === 0 ? `All ${at.dataset.budget} ${at.dataset.unit} are given.` : rest > 0 ? `${rest} of ${at.dataset.budget} ${at.dataset.unit} left to give.` : `${-rest} ${at.dataset.unit} too many.`;
      at.toggleAttribute('data-done', rest === 0);
    };

    let busy = false, again = false;
    const submit = async () => {
      // What is wrong shows a moment before the answer is here: who has put it right by then is not asked to press once more.
      if (busy) { again = true; return; }
      busy = true;
      again = false;
      element.toggleAttribute('data-busy', true);
      const sent = values();
      let wrong = true;
      try {
        wrong = await page.invokeMethodAsync('SubmitAsync', sent);
        if (!wrong) { if (key) store.drop(key); }
        else setTimeout(() => element.querySelector('[aria-invalid=true]')?.focus(), 50);
      } catch {
        const error = element.querySelector('.dialog-error');
        if (error) { error.textContent = 'Not sent yet: the connection is lost. What you typed is kept; send it again when it is back.'; error.hidden = false; }
      } finally {
        busy = false;
        element.toggleAttribute('data-busy', false);
      }
      if (wrong && again && JSON.stringify(values()) !== JSON.stringify(sent)) submit();
    };

    restore();
    left();
    form.addEventListener('submit', event => { event.preventDefault(); submit(); });
    form.addEventListener('input', event => { if (key) store.set(key, values()); count(event.target); left(); });
    form.addEventListener('keydown', event => {
      // The submit button is a custom element, so the browser itself does not send the form on Enter.
      const line = event.target.matches('input:not([type=file])');
      if (event.key === 'Enter' && !event.isComposing && (line || event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); }
    });
    element.addEventListener('cancel', event => { event.preventDefault(); page.invokeMethodAsync('CancelAsync'); });
    (form.querySelector('[data-field]:not([type=file])') ?? form.querySelector('button, fluent-button'))?.focus();

    return {
      drop() { if (key) store.drop(key); },
      dispose() { element.close(); if (opener?.isConnected) opener.focus(); },
    };
  }

  // ---- small things ---------------------------------------------------------------------------------------------

  // Menus are <details>: one open at a time, closed by Esc and by a click elsewhere.
  document.addEventListener('click', event => {
    document.querySelectorAll('details.menu[open]').forEach(menu => {
      if (!menu.contains(event.target) || event.target.closest('[role=menuitem]')) menu.open = false;
    });
  });
  document.addEventListener('keydown', event => {
    const menu = document.querySelector('details.menu[open]');
    if (!menu) return;
    if (event.key === 'Escape') { menu.open = false; menu.querySelector('summary').focus(); event.stopPropagation(); }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const items = [...menu.querySelectorAll('[role=menuitem]')];
      const next = items.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      items[(next + items.length) % items.length]?.focus();
      event.preventDefault();
    }
  }, true);

  const copy = text => navigator.clipboard?.writeText(text);

  // A picture in its own size, with the words that describe it.
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-enlarge]');
    if (!button) return;
    const svg = button.closest('figure').querySelector('svg');
    const large = document.createElement('dialog');
    large.className = 'picture';
    const close = document.createElement('button');
    close.className = 'plain';
    close.textContent = 'Close';
    close.addEventListener('click', () => large.close());
    const frame = document.createElement('div');
    frame.className = 'picture-frame';
    frame.tabIndex = 0;
    frame.append(svg.cloneNode(true));
    large.append(close, frame);
    large.addEventListener('close', () => { large.remove(); button.focus(); });
    document.body.append(large);
    large.showModal();
  });

  // Esc closes the thread when nothing nearer has taken it: no form, no menu, no suggestions.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    document.querySelector('.thread .close')?.click();
  });

  // ---- connection -------------------------------------------------------------------------------------------------

  // Blazor tells here how the connection stands. Drafts live in this browser, so reading the page anew loses nothing.
  const connection = document.getElementById('components-reconnect-modal');
  const said = connection?.querySelector('.connection-words');
  let lost = false;
  connection?.addEventListener('components-reconnect-state-changed', event => {
    const { state } = event.detail;
    if (state === 'show' || state === 'retrying') {
      lost = true;
      connection.dataset.state = 'lost';
      said.textContent = 'Connection lost. Trying again; what you typed is kept.';
    } else if (state === 'hide' && lost) {
      lost = false;
      back();
    } else if (state === 'failed') {
      setTimeout(async () => { try { if (await Blazor.reconnect()) back(); else location.reload(); } catch { event.target.dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'failed' } })); } }, 2000);
    } else if (state === 'rejected') {
      sessionStorage.setItem('ob:back', '1');
      location.reload();
    }
  });

  function back() {
    connection.dataset.state = 'back';
    said.textContent = 'Connected again. Nothing is lost.';
    document.dispatchEvent(new Event('ob:back'));
    setTimeout(() => { if (connection.dataset.state === 'back') delete connection.dataset.state; }, 4000);
  }

  if (sessionStorage.getItem('ob:back')) { sessionStorage.removeItem('ob:back'); if (connection) back(); }

  return {
    hello, speakFor, setTheme, composer, list, dialog, copy, lineId,
    remember: room => localStorage.setItem('ob:room', room),
    focus: element => element?.focus(),
  };
})();
