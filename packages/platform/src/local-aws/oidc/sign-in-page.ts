import type { LocalOidcPerson } from './person.ts';

/** Everything that goes into the page as text passes here. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export const stylesheet = `
:root{color-scheme:light dark;--ink:#16222e;--soft:#4a5a68;--line:#d3dce3;--paper:#fff;--ground:#eef2f5;--accent:#0b5c7a;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#eaf1f6;--soft:#a9bac7;--line:#33444f;--paper:#17222a;--ground:#0e161b;--accent:#7cc7e3;--on:#0e161b}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
header,main{max-width:40rem;margin:0 auto;padding:1.25rem}
header{padding-bottom:0;font-weight:700;font-size:1.25rem;color:var(--accent)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem}
h1{margin:0;font-size:1.5rem;line-height:1.25}
h2{margin:1.75rem 0 .5rem;font-size:1.05rem}
p{margin:.25rem 0 0;color:var(--soft)}
ul{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.5rem}
.person{display:flex;align-items:center;gap:.85rem;width:100%;min-height:3.5rem;padding:.6rem .85rem;text-align:start;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.6rem;cursor:pointer}
.person:hover{border-color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.mark{flex:none;display:grid;place-items:center;width:2.4rem;height:2.4rem;border-radius:50%;background:var(--accent);color:var(--on);font-weight:700}
.name{display:block;font-weight:600}
.role{display:block;color:var(--soft);font-size:.9rem}
label{display:block;font-weight:600}
.row{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.35rem}
input{flex:1 1 14rem;min-height:2.75rem;padding:.4rem .7rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.5rem}
.go{min-height:2.75rem;padding:.4rem 1.1rem;font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:0;border-radius:.5rem;cursor:pointer}
.problem{color:#a11d2b;font-weight:600}
@media (prefers-color-scheme:dark){.problem{color:#ff9aa5}}
`;

/** The page on which one picks who to be. Bahasa Indonesia first, English under it. */
export function signInPage(input: {
  readonly people: readonly LocalOidcPerson[];
  readonly action: string;
  readonly problem?: boolean;
}): string {
  const action = escapeHtml(input.action);
  const people = input.people.map((person) => personItem(person, action)).join('');
  const problem = input.problem
    ? `<p class="problem" id="problem" role="alert">Alamat surel tidak valid. <span lang="en">This is not an e-mail address.</span></p>`
    : '';
  const described = input.problem ? ' aria-describedby="problem" aria-invalid="true"' : '';
  return page(
    'Masuk',
    `<h1>Masuk sebagai siapa?</h1>
<p lang="en">Who do you want to sign in as?</p>
<p>Penyedia identitas lokal ini hanya untuk mencoba di komputer sendiri: tanpa kata sandi.
<span lang="en">This identity provider is for trying things out on your own machine: no passwords.</span></p>
${people && `<ul>${people}</ul>`}
<h2>Alamat surel lain <span lang="en">· another e-mail address</span></h2>
<form method="post" action="${action}">
<label for="email">Surel orang yang diundang</label>
<div class="row"><input id="email" name="email" type="email" autocomplete="email" maxlength="254" required${described}>
<button class="go" type="submit">Masuk</button></div>${problem}
</form>`,
  );
}

/** What is shown instead when there is no sign-in to continue. */
export function messagePage(title: string, english: string): string {
  return page(
    title,
    `<h1>${escapeHtml(title)}</h1><p lang="en">${escapeHtml(english)}</p><p><a href="/">Kembali ke Sinau</a></p>`,
  );
}

function personItem(person: LocalOidcPerson, action: string): string {
  const { name, email, role, organisation } = person;
  const place = organisation ? `${role} · ${organisation}` : role;
  return `<li><form method="post" action="${action}"><button class="person" type="submit" name="email" value="${escapeHtml(email)}">
<span class="mark" aria-hidden="true">${escapeHtml(initials(name))}</span>
<span><span class="name">${escapeHtml(name)}</span><span class="role">${escapeHtml(place)}</span></span></button></form></li>`;
}

/** At most two letters; titles such as `Dr.` do not count. */
function initials(name: string): string {
  const words =
    name
      .split(',')[0]
      ?.split(/\s+/)
      .filter((word) => word && !word.endsWith('.')) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · Sinau</title><style>${stylesheet}</style></head>
<body><header>Sinau</header><main><div class="card">${body}</div></main></body></html>`;
}
