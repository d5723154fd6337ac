'use strict';
(() => {
  const root = document.documentElement;

  // The contents show where the reader is.
  const links = new Map([...document.querySelectorAll('.toc > ul a')].map(a => [a.hash.slice(1), a]));
  const seen = new IntersectionObserver(entries => {
    for (const e of entries) {
      if (!e.isIntersecting) continue;
      links.forEach(a => { a.classList.remove('now'); a.removeAttribute('aria-current'); });
      const a = links.get(e.target.id);
      if (!a) continue;
      a.classList.add('now');
      a.setAttribute('aria-current', 'true');
      const bar = a.closest('.toc');
      if (bar.scrollWidth > bar.clientWidth) bar.scrollLeft = a.offsetLeft - bar.clientWidth / 2 + a.offsetWidth / 2;
    }
  }, { rootMargin: '-15% 0px -75% 0px' });
  links.forEach((_, id) => { const s = document.getElementById(id); if (s) seen.observe(s); });

  // Light or dark as the reader likes; the choice may not outlive the page.
  const theme = document.querySelector('.theme');
  const keep = { get() { try { return localStorage.getItem('gosplan-theme'); } catch { return null; } }, set(v) { try { localStorage.setItem('gosplan-theme', v); } catch { /* a page from disk may not store */ } } };
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const paint = () => { theme.textContent = isDark() ? 'Light page' : 'Dark page'; };
  if (keep.get()) root.dataset.theme = keep.get();
  theme.hidden = false;
  paint();
  theme.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; keep.set(root.dataset.theme); paint(); });

  // Paper is light, and what is folded is printed too.
  let shown;
  addEventListener('beforeprint', () => {
    shown = root.dataset.theme;
    root.dataset.theme = 'light';
    document.querySelectorAll('details.year, details.prints').forEach(d => { d.open = true; });
  });
  addEventListener('afterprint', () => {
    if (shown) root.dataset.theme = shown;
    else delete root.dataset.theme;
  });
})();
