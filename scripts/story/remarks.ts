/** What people write that fits any incident. */
export const remarks = {
  answers: [
    'Thank you for telling us. I am looking into it and will write again within the hour.',
    'Got it. I can see the same here, so there is no need to try anything more on your side.',
    'I have it. First look:\n\n- it is not only you\n- it began before the message came in\n- a way around is to work in the browser for now',
    'On it. I have asked a colleague who knows this service best to have a look with me.',
    'Thank you, the description helps. I am going through the logs of the last two hours.',
  ],
  nudges: [
    'Is there any news? People here keep asking me.',
    'It happened again just now, at about a quarter past.',
    'The way around works for most of us, thank you.',
    'Two more colleagues have the same.',
  ],
  tooSoon: [
    'I have set it back to how it was last week and it works in my test. Resolving; say so if it does not.',
    'Restarted and looks right since. I take it as solved.',
  ],
  cameBack: [
    'Sorry, it is back: the same as before, since this morning.',
    'It held for a while and now it does it again.',
  ],
  waits: {
    supplier: [
      'This is the supplier’s to mend. Their number is S-48213, they have answered that somebody is on it.',
      'A part has to come. The supplier says two working days.',
    ],
    change: [
      'The cure is known and goes in with the next change window, since it needs a restart.',
      'We need a change for this. It is written and waits for its approval.',
    ],
  },
  goesOn: {
    customer: [
      'Here is what you asked for. It is the newer of the two.',
      'Yes, it is. And no, it makes no difference.',
      'I was away, sorry. I tried it and it behaves as you thought.',
    ],
    supplier: ['The supplier has answered and sent what we need.', 'The part is here. I put it in now.'],
    change: ['The change is done. I am checking that it helped.'],
  },
} as const;
