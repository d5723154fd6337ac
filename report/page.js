'use strict';
(() => {
  const svgNS = 'http://www.w3.org/2000/svg';

  // Numbers as the page prints them elsewhere.
  const num = v => {
    const a = Math.abs(v);
    if (a === 0) return '0';
    if (a >= 1e9 || a < 1e-4) {
      const [digits, e] = v.toExponential(2).split('e');
      const up = [...String(+e)].map(c => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)]).join('');
      return digits.replace('-', '−') + ' × 10' + up;
    }
    const places = a >= 100 ? 0 : a >= 10 ? 1 : a >= 1 ? 2 : Math.min(5, 2 - Math.floor(Math.log10(a)));
    let s = v.toFixed(places);
    if (places === 0 && s.replace('-', '').length > 4) s = s.replace(/\B(?=(\d{3})+$)/g, '\u202f');
    return s.replace('-', '−');
  };
  const has = (list, i) => list[i] !== null && list[i] !== undefined;
  const el = (name, text, cls) => {
    const e = document.createElement(name);
    if (text !== undefined) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  };
  const when = (d, at) => {
    const year = Math.floor(at);
    return d.quarter ? year + ', quarter ' + (Math.floor((at - year) * 4) + 1) : String(year);
  };

  // A figure answers to the pointer and to the arrow keys.
  function figure(fig) {
    let data = null, now = -1;
    const svg = fig.querySelector('svg'), read = fig.querySelector('.read'), meaning = read.textContent;
    const load = () => data || (data = JSON.parse(fig.querySelector('script').textContent));
    const mark = document.createElementNS(svgNS, 'g');
    svg.append(mark);

    const x = at => data.X(at), y = v => data.Y(v);
    function scales() {
      if (load().X) return;
      const [x0, x1, px0, px1] = data.x;
      const [y0, y1, py0, py1] = data.y, f = data.log ? Math.log10 : v => v;
      data.X = at => px0 + (at - x0) / (x1 - x0) * (px1 - px0);
      data.Y = v => py0 + (f(v) - f(y0)) / (f(y1) - f(y0)) * (py1 - py0);
    }
    function dot(at, v, cls) {
      const c = document.createElementNS(svgNS, 'circle');
      c.setAttribute('class', cls);
      c.setAttribute('cx', x(at));
      c.setAttribute('cy', y(v));
      c.setAttribute('r', 4);
      mark.append(c);
    }
    function show(i) {
      now = i;
      mark.replaceChildren();
      const at = data.at[i];
      const line = document.createElementNS(svgNS, 'path');
      line.setAttribute('class', 'cursor');
      line.setAttribute('d', `M${x(at)} ${data.y[2]}V${data.y[3]}`);
      mark.append(line);

      read.replaceChildren(el('b', when(data, at)));
      const era = (data.eras || []).filter(e => e.from <= at).pop();
      if (era && !fig.classList.contains('small')) read.append(' · ' + era.name);
      const say = (label, cls, list, low, high, of) => {
        if (!has(list, i)) return;
        read.append(' · ' + label + ' ', el('span', num(list[i]), cls));
        if (has(low, i)) read.append(` (${of} ${num(low[i])}–${num(high[i])})`);
      };
      say('simulated', 's', data.sim, data.seeds[0], data.seeds[1], '80 % of seeds');
      say('historical', 'h', data.past, data.range[0], data.range[1], 'estimates');
      say(data.beside, 'h', data.aside, [], [], '');
      read.append(' ' + data.unit);
      if (has(data.past, i)) dot(at, data.past[i], 'dot');
      if (has(data.sim, i)) dot(at, data.sim[i], 'simdot');
    }
    function hide() {
      now = -1;
      mark.replaceChildren();
      read.textContent = meaning;
    }
    function nearest(clientX) {
      const box = svg.getBoundingClientRect();
      const px = (clientX - box.left) / box.width * svg.viewBox.baseVal.width;
      let best = 0;
      data.at.forEach((at, i) => { if (Math.abs(x(at) - px) < Math.abs(x(data.at[best]) - px)) best = i; });
      return best;
    }
    const move = e => { scales(); if (data.at.length) { const i = nearest(e.clientX); if (i !== now) show(i); } };
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerdown', move);
    svg.addEventListener('pointerleave', hide);
    fig.addEventListener('blur', hide);
    fig.addEventListener('keydown', e => {
      if (e.target !== fig) return;
      scales();
      const last = data.at.length - 1;
      const start = data.at.findIndex((_, i) => has(data.sim, i));
      const to = { ArrowRight: now < 0 ? start : now + 1, ArrowLeft: now < 0 ? last : now - 1, PageDown: now + 10, PageUp: now - 10, Home: 0, End: last }[e.key];
      if (e.key === 'Escape') return hide();
      if (to === undefined || last < 0) return;
      e.preventDefault();
      show(Math.max(0, Math.min(last, to)));
    });

    // The table of numbers is made when somebody asks for it.
    const numbers = fig.querySelector('.numbers');
    numbers.addEventListener('toggle', () => {
      const box = numbers.querySelector('.scroll');
      if (!numbers.open || box.firstChild) return;
      load();
      const columns = [['Simulated', data.sim], ['Least seed', data.seeds[0]], ['Greatest seed', data.seeds[1]],
        ['Historical', data.past], ['Lowest estimate', data.range[0]], ['Highest estimate', data.range[1]], [data.beside, data.aside]].filter(c => c[1].length);
      const table = el('table'), head = el('tr');
      head.append(el('th', 'Year'), ...columns.map(c => el('th', c[0], 'n')));
      const thead = el('thead'), body = el('tbody');
      thead.append(head);
      data.at.forEach((at, i) => {
        const row = el('tr');
        row.append(el('th', when(data, at)), ...columns.map(c => el('td', has(c[1], i) ? num(c[1][i]) : '', 'n')));
        body.append(row);
      });
      table.append(el('caption', data.unit), thead, body);
      box.append(table);
    });
  }
  document.querySelectorAll('figure.fig').forEach(figure);

  // Search in the parameters.
  const find = document.getElementById('find');
  if (find) {
    const rows = [...document.querySelectorAll('#parameter-table tbody tr')].map(r => [r, r.textContent.toLowerCase()]);
    const found = document.getElementById('found');
    find.addEventListener('input', () => {
      const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      let n = 0;
      for (const [row, text] of rows) {
        row.hidden = !words.every(w => text.includes(w));
        if (!row.hidden) n++;
      }
      found.textContent = words.length ? `${n} of ${rows.length} parameters` : `${rows.length} parameters`;
    });
  }
})();
