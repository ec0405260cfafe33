// The pages are complete without this: it searches as one types, and copies a line.
'use strict';

const form = document.getElementById('search');
if (form) {
  let asked = null;
  let timer = 0;

  const search = async () => {
    const query = new URLSearchParams(new FormData(form)).toString();
    if (asked) {
      asked.abort();
    }
    asked = new AbortController();
    try {
      const answer = await fetch('?' + query, { signal: asked.signal });
      if (!answer.ok) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.getElementById('results').replaceWith(page.getElementById('results'));
      document.title = page.title;
      history.replaceState(null, '', '?' + query);
    } catch (e) {
      if (e.name !== 'AbortError') {
        form.submit();
      }
    }
  };

  const soon = (event) => {
    clearTimeout(timer);
    if (!event.isComposing) {
      timer = setTimeout(search, 150);
    }
  };
  form.addEventListener('input', soon);
  form.addEventListener('compositionend', () => { timer = setTimeout(search, 150); });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
}

for (const line of document.querySelectorAll('.line')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const text = line.querySelector('pre');
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch (e) {
      getSelection().selectAllChildren(text);
      button.textContent = 'Press Ctrl+C';
    }
  });
  line.append(button);
}
