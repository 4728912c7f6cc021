/** The worlds. In English and in Brazilian Portuguese; `{name}` stands for a value. */
export const WORLDS = {
  'this-world': ['World “{name}”', 'Mundo “{name}”'],
  seed: ['Seed', 'Semente'],
  ttl: ['Ends when not used for', 'Termina sem uso após'],
  rulings: ['Rulings where WhatsApp is unknown', 'Escolhas onde o WhatsApp é desconhecido'],
  'snapshot-save': ['Save a snapshot', 'Salvar um snapshot'],
  'snapshot-restore': ['Restore a snapshot', 'Restaurar um snapshot'],
  reset: ['Reset', 'Voltar ao início'],
  'reset-sure': ['Really reset?', 'Voltar mesmo?'],
  tokens: ['Accounts and tokens', 'Contas e tokens'],
  'tokens-say': [
    'Your program sends one of them as a Bearer token.',
    'O seu programa envia um deles como token Bearer.',
  ],
  show: ['Show', 'Mostrar'],
  hide: ['Hide', 'Esconder'],
  'copy-token': ['Copy the token', 'Copiar o token'],
  scenarios: ['Scenarios to start from', 'Cenários para começar'],
  fill: ['Add to this world', 'Somar a este mundo'],
  'new-world': ['New world', 'Mundo novo'],
  'end-world': ['End', 'Encerrar'],
  'name-of-world': ['name, or made up', 'nome, ou inventado'],
} as const;
