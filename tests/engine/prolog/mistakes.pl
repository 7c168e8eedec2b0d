% SPDX-License-Identifier: Apache-2.0
:- module(mistakes, [mistake/3]).       % ?Name, -Source, -Reported

/** <module> What a researcher gets wrong, and what is said of it

mistake(Name, Source, Reported): Source is a list of lines, or what stands in
one of the frames of test_mistakes.pl:

  - device(Lines): after the declarations of a device `d`
  - group(Term), element(Term), task(Term), function(Term): in a group of `d`,
    a task element, its task, the function of it
  - condition(Body): of a match condition of `d`
  - requester(Lines): after the declarations of a requester `r`
  - request_group(Term), asked_element(Term), asked(Term): in a request group of
    `r`, a task element, the function of its task

Reported is a list of error(Line, Column, Path, Sentence) and warning(...): all
that a load of it reports, in order.
*/

:- set_prolog_flag(back_quotes, string).
:- set_prolog_flag(double_quotes, string).

% Syntax

mistake('a full stop is missing at the end of the file',
        [ `device(a, "x").`,
          `registration_unit(a, u)`
        ],
        [ error(2, 24, '',
                "syntax error: the file ends within a term: the full stop is missing")
        ]).

mistake('a full stop is missing between two facts',
        [ `device(a, "x").`,
          `registration_unit(a, u)`,
          `registration_unit(a, v).`
        ],
        [ error(3, 1, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('a comma is missing in a list',
        [ `device(a, "x").`,
          `code_interface(a, i, [one two]).`
        ],
        [ error(2, 27, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('a comma is missing between two leaves',
        function(`direction(analog_to_digital)\n                data_channels(2)`),
        [ error(12, 17, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('a bracket is missing',
        [ `device(a, "x").`,
          `code_interface(a, i, [one, two).`,
          `registration_unit(a, u).`
        ],
        [ error(2, 31, '',
                "syntax error: a term cannot start here: a comma or bracket too many?")
        ]).

mistake('a bracket is too many',
        [ `device(a, "x").`,
          `code_interface(a, i, [one, two]]).`
        ],
        [ error(2, 32, '',
                "syntax error: a term cannot start here: a comma or bracket too many?")
        ]).

mistake('a parenthesis is missing',
        [ `device(a, "x").`,
          `registration_unit(a, u.`,
          `registration_unit(a, v).`
        ],
        [ error(2, 23, '',
                "syntax error: the term ends here, and a bracket or parenthesis before it is not closed")
        ]).

mistake('a quote is missing',
        [ `device(a, "x).`,
          `registration_unit(a, u).`
        ],
        [ error(1, 11, '',
                "syntax error: this quote is not closed in its line")
        ]).

mistake('a quote is missing, and more lines follow',
        [ `device(a, "x).`,
          `registration_unit(a, u).`,
          `requester(b, "y").`,
          `state(b, s, 1*hertzz).`
        ],
        [ error(1, 11, '',
                "syntax error: this quote is not closed in its line"),
          error(4, 15, 'b/s',
                "unknown unit `hertzz`; did you mean `hertz`?")
        ]).

mistake('the declaration of a spec has a syntax error, and facts of it follow',
        [ `device(a "x").`,
          `registration_unit(a, u).`,
          `state(a, s, 1).`
        ],
        [ error(1, 10, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('the declaration of a state has a syntax error, and leaves name it',
        device([ `state(d, depth 16*bit).`,
                 `device_group(d, g, [task_element([task([function([bit_resolution(16*bit, state(depth))])])])]).` ]),
        [ error(7, 16, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('typographic quotes',
        [ `device(a, “x”).`
        ],
        [ error(1, 11, '',
                "syntax error: a typographic quote: texts stand in straight ones, \"...\"")
        ]).

mistake('a dictionary',
        [ `device(a, "x").`,
          `state(a, s, p{x: 1}).`
        ],
        [ error(2, 13, '',
                "a name and braces, as in name{...}, are not part of the language")
        ]).

mistake('brackets where a name stands',
        [ `device(a, "x").`,
          `[](a, b).`
        ],
        [ error(2, 1, '',
                "a name stands before parentheses, and [] is none")
        ]).

mistake('brackets where the name of a term stands',
        task(`[]([direction(analog_to_digital)])`),
        [ error(10, 13, '',
                "a name stands before parentheses, and [] is none")
        ]).

mistake('a quasi quotation',
        [ `device(a, {|html||x|}).`
        ],
        [ error(1, 16, '',
                "syntax error: quasi quotations are not part of the language")
        ]).

mistake('a single quote is missing',
        [ `device(a, "x").`,
          `registration_unit(a, 'u).`,
          `registration_unit(a, v).`
        ],
        [ error(2, 22, '',
                "syntax error: this quote is not closed in its line")
        ]).

mistake('a comment does not end',
        [ `device(a, "x").`,
          `/* a note`,
          `registration_unit(a, u).`
        ],
        [ error(2, 1, '',
                "syntax error: the file ends within a comment: */ is missing")
        ]).

mistake('a comma is too many',
        [ `device(a, "x").`,
          `code_interface(a, i, [one, two,]).`
        ],
        [ error(2, 32, '',
                "syntax error: a term cannot start here: a comma or bracket too many?")
        ]).

mistake('a comma stands for a full stop',
        [ `device(a, "x"),`,
          `registration_unit(a, u).`
        ],
        [ error(1, 1, '',
                "facts are not joined by commas: a full stop ends each of them")
        ]).

mistake('an unknown escape',
        [ `device(a, "x\\qy").`
        ],
        [ error(1, 13, '',
                "syntax error: unknown escape \\q in quotes")
        ]).

mistake('what follows a syntax error is checked all the same',
        [ `device(a, "x").`,
          `registration_unit(a u).`,
          `registration_unit(b, v).`
        ],
        [ error(2, 21, '',
                "syntax error: expected a comma, a full stop or an operator before this"),
          error(3, 19, 'b/registration_unit',
                "no device/2 or requester/2 declares `b`")
        ]).

mistake('two syntax errors',
        [ `device(a, "x").`,
          `registration_unit(a u).`,
          `code_interface(a, i [o]).`
        ],
        [ error(2, 21, '',
                "syntax error: expected a comma, a full stop or an operator before this"),
          error(3, 21, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('names that are empty',
        [ `device('', "x").`,
          `device(d, "x").`,
          `registration_unit(d, '').`,
          `code_interface(d, c, ['']).`,
          `event(device_connect('', x, d)).`
        ],
        [ error(1, 8, 'device',
                "expected a name (device): a small letter, then letters, digits and _; other names stand in single quotes"),
          error(3, 22, 'd/registration_unit',
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes"),
          error(4, 23, 'd/c',
                "expected a name (operation): a small letter, then letters, digits and _; other names stand in single quotes"),
          error(5, 22, 'event/device_connect',
                "expected a name (system, device, requester or spec): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a name that begins with a capital letter',
        [ `device(a, "x").`,
          `registration_unit(a, Unit).`
        ],
        [ error(2, 22, 'a/registration_unit',
                "a variable cannot stand in registration_unit: names begin with a small letter")
        ]).

mistake('a decimal comma',
        function(`sampling_rate(44,1*kilohertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "a comma separates arguments: decimals have a point, as in 44.5*kilohertz")
        ]).

mistake('a number stuck to its unit',
        function(`sampling_rate(44.1kilohertz)`),
        [ error(11, 35, '',
                "syntax error: expected a comma, a full stop or an operator before this")
        ]).

mistake('a hyphen in a name',
        [ `device(us-224, "x").`
        ],
        [ error(1, 8, device,
                "expected a name (device): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a space before a parenthesis',
        [ `device(a, "x").`,
          `registration_unit (a, u).`
        ],
        [ error(2, 19, '',
                "syntax error: no blank stands between a name and its parenthesis, and terms are separated by commas")
        ]).

% Things that are no facts

mistake('a directive',
        [ `:- use_module(library(lists)).`,
          `device(a, "x").`
        ],
        [ error(1, 1, '',
                "a directive is not run: a description is read, never executed; take it out")
        ]).

mistake('a query',
        [ `?- halt.`
        ],
        [ error(1, 1, '',
                "a directive is not run: a description is read, never executed; take it out")
        ]).

mistake('a grammar rule',
        [ `device(a, "x").`,
          `a --> b.`
        ],
        [ error(2, 1, '',
                "a grammar rule (-->) is not part of the language; write the helper with :-")
        ]).

mistake('a variable as a fact',
        [ `X.`
        ],
        [ error(1, 1, '',
                "expected a term, found a variable: names begin with a small letter")
        ]).

mistake('a number as a fact',
        [ `42.`
        ],
        [ error(1, 1, '',
                "expected a fact or a helper predicate, found 42")
        ]).

mistake('a text as a fact',
        [ `"device".`
        ],
        [ error(1, 1, '',
                "expected a fact or a helper predicate, found \"device\"")
        ]).

mistake('a list as a fact',
        [ `[device].`
        ],
        [ error(1, 1, '',
                "expected a fact or a helper predicate, found [device]")
        ]).

mistake('a fact of a module',
        [ `user:device(a, "x").`
        ],
        [ error(1, 1, '',
                "expected a fact or a helper predicate, found user:device(a, \"x\")")
        ]).

mistake('a fact with a body',
        [ `device(a, "x").`,
          `registration_unit(a, u) :- true.`
        ],
        [ error(2, 1, 'a/registration_unit',
                "`registration_unit` is a fact and takes no body; only match_condition/3, state_adjust/6 and helpers do")
        ]).

mistake('a device with a body',
        [ `device(a, "x") :- true.`
        ],
        [ error(1, 1, 'a/device',
                "`device` is a fact and takes no body; only match_condition/3, state_adjust/6 and helpers do")
        ]).

mistake('a conjunction of facts',
        [ `device(a, "x"), registration_unit(a, u).`
        ],
        [ error(1, 1, '',
                "facts are not joined by commas: a full stop ends each of them")
        ]).

% Misspelt and misplaced facts

mistake('a misspelt fact after a device',
        [ `device(a, "x").`,
          `registration_units(a, u).`
        ],
        [ error(2, 1, 'a/registration_units',
                "`registration_units/2` is called by no body, so it is no helper; did you mean registration_unit/2? It is written registration_unit(Spec, Unit)")
        ]).

mistake('a misspelt fact before every device',
        [ `devize(a, "x").`
        ],
        [ error(1, 1, '',
                "`devize/2` is no fact of the language; did you mean device/2? It is written device(Spec, \"text\")")
        ]).

mistake('a fact with too few arguments',
        [ `device(a, "x").`,
          `registration_unit(u).`
        ],
        [ error(2, 1, 'a/registration_unit',
                "`registration_unit/1` is called by no body, so it is no helper; did you mean registration_unit/2? It is written registration_unit(Spec, Unit)")
        ]).

mistake('a fact with too many arguments',
        [ `device(a, "x").`,
          `code_interface(a, i, [o], "text").`
        ],
        [ error(2, 1, 'a/code_interface',
                "`code_interface/4` is called by no body, so it is no helper; did you mean code_interface/3? It is written code_interface(Spec, Interface, [Operation, ...])")
        ]).

mistake('a device with one argument',
        [ `device(a).`
        ],
        [ error(1, 1, '',
                "`device/1` is no fact of the language; did you mean device/2? It is written device(Spec, \"text\")")
        ]).

mistake('a helper before every spec',
        [ `double(X, Y) :- Y is 2*X.`
        ],
        [ error(1, 1, '',
                "`double/2` is no fact of the language; a helper predicate comes after the device/2 or requester/2 that it belongs to")
        ]).

mistake('a fact of a spec that is not declared',
        [ `device(imic2, "x").`,
          `registration_unit(imic, u).`
        ],
        [ error(2, 19, 'imic/registration_unit',
                "no device/2 or requester/2 declares `imic`; did you mean `imic2`?")
        ]).

mistake('several facts of a spec that is not declared',
        [ `registration_unit(imic, u).`,
          `state(imic, s, 1).`
        ],
        [ error(1, 19, 'imic/registration_unit',
                "no device/2 or requester/2 declares `imic`")
        ]).

mistake('a spec whose name is a text',
        [ `device("imic", "x").`
        ],
        [ error(1, 8, device,
                "expected a name (device): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a spec whose name is a number',
        [ `device(224, "x").`
        ],
        [ error(1, 8, device,
                "expected a name (device): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a unit of a spec whose name is a variable',
        [ `device(a, "x").`,
          `registration_unit(A, u).`
        ],
        [ error(2, 19, registration_unit,
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a description of a device that is no text',
        [ `device(a, 'x').`
        ],
        [ error(1, 11, a,
                "expected a text in double quotes")
        ]).

mistake('a description of a requester that is no text',
        [ `requester(a, x).`
        ],
        [ error(1, 14, a,
                "expected a text in double quotes")
        ]).

mistake('a spec that is both device and requester',
        [ `device(a, "x").`,
          `requester(a, "y").`
        ],
        [ error(2, 11, a,
                "`a` is declared already, as a device")
        ]).

mistake('a device declared twice',
        [ `device(a, "x").`,
          `device(b, "x").`,
          `device(a, "y").`
        ],
        [ error(3, 8, a,
                "`a` is declared already, as a device")
        ]).

mistake('an outlet of a device',
        [ `device(a, "x").`,
          `outlet(a, o, [c-1]).`
        ],
        [ error(2, 1, a,
                "`outlet` belongs to a requester, and `a` is a device")
        ]).

mistake('a registration unit of a requester',
        [ `requester(a, "x").`,
          `registration_unit(a, u).`
        ],
        [ error(2, 1, a,
                "`registration_unit` belongs to a device, and `a` is a requester")
        ]).

mistake('a device group of a requester',
        [ `requester(a, "x").`,
          `device_group(a, g, []).`
        ],
        [ error(2, 1, a,
                "`device_group` belongs to a device, and `a` is a requester")
        ]).

mistake('a request group of a device',
        [ `device(a, "x").`,
          `request_group(a, g, taskflow, accept(1), []).`
        ],
        [ error(2, 1, a,
                "`request_group` belongs to a requester, and `a` is a device")
        ]).

mistake('a connection of a requester',
        [ `requester(a, "x").`,
          `connects(a, b, c).`
        ],
        [ error(2, 1, a,
                "`connects` belongs to a device, and `a` is a requester")
        ]).

% Declarations

mistake('a registration unit declared twice',
        [ `device(a, "x").`,
          `registration_unit(a, u).`,
          `registration_unit(a, u).`
        ],
        [ error(3, 1, a,
                "registration unit `u` is declared already, in line 2 of test.pl")
        ]).

mistake('a code interface declared twice',
        [ `device(a, "x").`,
          `code_interface(a, i, [o]).`,
          `code_interface(a, i, [p]).`
        ],
        [ error(3, 1, a,
                "code interface `i` is declared already, in line 2 of test.pl")
        ]).

mistake('a state declared twice',
        [ `device(a, "x").`,
          `state(a, s, 1).`,
          `state(a, s, 2).`
        ],
        [ error(3, 1, a,
                "state `s` is declared already, in line 2 of test.pl")
        ]).

mistake('a state of a requester declared twice',
        [ `requester(a, "x").`,
          `state(a, s, 1).`,
          `state(a, s, 1).`
        ],
        [ error(3, 1, a,
                "state `s` is declared already, in line 2 of test.pl")
        ]).

mistake('a group declared twice',
        [ `device(a, "x").`,
          `device_group(a, g, []).`,
          `device_group(a, g, []).`
        ],
        [ error(3, 1, a,
                "device group `g` is declared already, in line 2 of test.pl")
        ]).

mistake('a connection declared twice',
        device([ `device_group(d, e, [task_element(p, []), task_element(q, [])]).`,
                 `connects(d, p, q).`,
                 `connects(d, p, q).` ]),
        [ error(9, 1, d,
                "connection from `p` to `q` is declared already, in line 8 of test.pl")
        ]).

mistake('a USB identity declared twice',
        [ `device(a, "x").`,
          `usb_identity(a, 0x77d, 0x1).`,
          `usb_identity(a, 0x077d, 1).`
        ],
        [ error(3, 1, a,
                "USB identity 077d:0001 is declared already, in line 2 of test.pl")
        ]).

mistake('operations that are no list',
        [ `device(a, "x").`,
          `code_interface(a, i, o).`
        ],
        [ error(2, 22, 'a/i',
                "expected a list of names (operation) in square brackets")
        ]).

mistake('an operation that is a text',
        [ `device(a, "x").`,
          `code_interface(a, i, [o, "p"]).`
        ],
        [ error(2, 26, 'a/i',
                "expected a name (operation): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a unit whose name is a text',
        [ `device(a, "x").`,
          `registration_unit(a, "u").`
        ],
        [ error(2, 22, 'a/registration_unit',
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a unit whose name is a number',
        [ `device(a, "x").`,
          `registration_unit(a, 2).`
        ],
        [ error(2, 22, 'a/registration_unit',
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a unit whose name is an empty list',
        [ `device(a, "x").`,
          `registration_unit(a, []).`
        ],
        [ error(2, 22, 'a/registration_unit',
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a state without a value',
        [ `device(a, "x").`,
          `state(a, s).`
        ],
        [ error(2, 1, 'a/state',
                "`state/2` is called by no body, so it is no helper; did you mean state/3? It is written state(Spec, State, InitialValue)")
        ]).

mistake('a state that begins as a variable',
        [ `device(a, "x").`,
          `state(a, s, V).`
        ],
        [ error(2, 13, 'a/state',
                "a variable cannot stand in state: names begin with a small letter")
        ]).

mistake('a state that begins with an unknown unit',
        [ `device(a, "x").`,
          `state(a, s, 44.1*kilohert).`
        ],
        [ error(2, 18, 'a/s',
                "unknown unit `kilohert`; did you mean `kilohertz`?")
        ]).

mistake('a state that begins as any',
        [ `device(a, "x").`,
          `state(a, s, any).`
        ],
        [ error(2, 13, 'a/s',
                "`any` stands only in requests, and alone: whatever the device has")
        ]).

mistake('a state that begins as a negative count',
        [ `device(a, "x").`,
          `state(a, s, -1).`
        ],
        [ error(2, 13, 'a/s',
                "expected a whole number, a list of them, or a range such as at_least(2)")
        ]).

mistake('a state that begins as an empty list',
        [ `device(a, "x").`,
          `state(a, s, []).`
        ],
        [ error(2, 13, 'a/s',
                "expected at least one value in the list")
        ]).

mistake('a USB number that is too large',
        [ `device(a, "x").`,
          `usb_identity(a, 0x077d, 0x10000).`
        ],
        [ error(2, 25, 'a/usb_identity',
                "expected a number from 0 to 0xffff, such as 0x077d")
        ]).

mistake('a USB number as a text',
        [ `device(a, "x").`,
          `usb_identity(a, "077d", 1).`
        ],
        [ error(2, 17, 'a/usb_identity',
                "expected a number from 0 to 0xffff, such as 0x077d")
        ]).

mistake('a connection from an unknown element',
        device([ `device_group(d, e, [task_element(knob, []), task_element(dac, [])]).`,
                 `connects(d, knop, dac).` ]),
        [ error(8, 13, 'd/connects',
                "no element has the id `knop`; did you mean `knob`?")
        ]).

mistake('a connection to an unknown element',
        device([ `device_group(d, e, [task_element(knob, []), task_element(dac, [])]).`,
                 `connects(d, knob, adc).` ]),
        [ error(8, 19, 'd/connects',
                "no element has the id `adc`; did you mean `dac`?")
        ]).

mistake('a connection to a number',
        [ `device(a, "x").`,
          `connects(a, 1, 2).`
        ],
        [ error(2, 13, 'a/connects',
                "expected a name (id of an element): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('an id twice in one group',
        device([ `device_group(d, e, [`,
                 `    task_element(p, []),`,
                 `    task_element(p, [])`,
                 `]).` ]),
        [ error(9, 5, 'd/e/p',
                "two elements of this group have the id `p`")
        ]).

mistake('an id of two different elements',
        device([ `device_group(d, e, [task_element(p, [registration_unit(stream)])]).`,
                 `device_group(d, f, [task_element(p, [])]).` ]),
        [ error(8, 21, 'd/f/p',
                "element `p` is described differently in group `e`: elements never share an id, and an element that groups share is written the same in each")
        ]).

mistake('an id of a module and of a category',
        device([ `device_group(d, e, [task_element(p, [task(p, [])])]).` ]),
        [ error(7, 38, 'd/e/p',
                "two elements of this group have the id `p`")
        ]).

% Terms of groups

mistake('a misspelt module',
        group(`task_elment(te, [])`),
        [ error(8, 5, 'd/g/task_elment',
                "unknown term `task_elment` in a group: modules stand here; did you mean `task_element`?")
        ]).

mistake('a misspelt category',
        element(`taks([])`),
        [ error(9, 9, 'd/g/te/taks',
                "unknown term `taks` in module task_element: categories stand here; did you mean `task`?")
        ]).

mistake('a misspelt subcategory',
        task(`fuction([])`),
        [ error(10, 13, 'd/g/te/task/fuction',
                "unknown term `fuction` in category task: subcategories stand here; did you mean `function`?")
        ]).

mistake('a misspelt aspect',
        function(`sampling_rat(48*kilohertz)`),
        [ error(11, 17, 'd/g/te/task/function/sampling_rat',
                "unknown term `sampling_rat` in task/function: aspects stand here; did you mean `sampling_rate`?")
        ]).

mistake('a term that nobody knows',
        function(`zzyzx(1)`),
        [ error(11, 17, 'd/g/te/task/function/zzyzx',
                "unknown term `zzyzx` in task/function: aspects stand here")
        ]).

mistake('a category in the group',
        group(`task([])`),
        [ error(8, 5, 'd/g/task',
                "unknown term `task` in a group: modules stand here; `task` stands in task_element")
        ]).

mistake('a subcategory in the group',
        group(`function([])`),
        [ error(8, 5, 'd/g/function',
                "unknown term `function` in a group: modules stand here; `function` stands in task")
        ]).

mistake('an aspect in the module',
        element(`sampling_rate(48*kilohertz)`),
        [ error(9, 9, 'd/g/te/sampling_rate',
                "unknown term `sampling_rate` in module task_element: categories stand here; `sampling_rate` stands in task/function, or is a value of control/commands/state_change")
        ]).

mistake('an aspect of another subcategory',
        function(`connector(rca_connector)`),
        [ error(11, 17, 'd/g/te/task/function/connector',
                "unknown term `connector` in task/function: aspects stand here; `connector` stands in mechanical_structure/structures")
        ]).

mistake('a category in a module where it does not stand',
        element(`characteristics([])`),
        [ error(9, 9, 'd/g/te/characteristics',
                "unknown term `characteristics` in module task_element: categories stand here; `characteristics` stands in electrical_interface")
        ]).

mistake('a module within a module',
        element(`electrical_interface([])`),
        [ error(9, 9, 'd/g/te/electrical_interface',
                "unknown term `electrical_interface` in module task_element: categories stand here; `electrical_interface` is a module: it stands in the group itself")
        ]).

mistake('a value where an aspect should stand',
        function(`analog_to_digital`),
        [ error(11, 17, 'd/g/te/task/function/analog_to_digital',
                "unknown term `analog_to_digital` in task/function: aspects stand here; `analog_to_digital` is a value of task/function/direction")
        ]).

mistake('a number among the terms',
        function(`44100`),
        [ error(11, 17, 'd/g/te/task/function',
                "expected a term of the taxonomy, such as name(value) or name([...]), found 44100")
        ]).

mistake('a text among the terms',
        function(`"direction"`),
        [ error(11, 17, 'd/g/te/task/function',
                "expected a term of the taxonomy, such as name(value) or name([...]), found \"direction\"")
        ]).

mistake('a variable among the terms',
        function(`Direction`),
        [ error(11, 17, 'd/g/te/task/function',
                "expected a term, found a variable: names begin with a small letter")
        ]).

mistake('a list among the terms',
        function(`[direction(analog_to_digital)]`),
        [ error(11, 17, 'd/g/te/task/function',
                "expected a term of the taxonomy, such as name(value) or name([...]), found [direction(analog_to_digital)]")
        ]).

mistake('a group that is no list',
        device([ `device_group(d, e, task_element([])).` ]),
        [ error(7, 20, 'd/e',
                "expected a list of terms in square brackets")
        ]).

mistake('a branch without brackets',
        task(`function(direction(analog_to_digital))`),
        [ error(10, 22, 'd/g/te/task/function',
                "expected a list of terms in square brackets")
        ]).

mistake('a branch without anything',
        element(`task`),
        [ error(9, 9, 'd/g/te/task',
                "`task` is a branch: write task([...]) or task(id, [...])")
        ]).

mistake('a branch with three arguments',
        element(`task(t, [], [])`),
        [ error(9, 9, 'd/g/te/task',
                "`task` is a branch: write task([...]) or task(id, [...])")
        ]).

mistake('an id that is a number',
        group(`task_element(4, [])`),
        [ error(8, 18, 'd/g',
                "expected the id of the element, a name, found 4")
        ]).

mistake('an id that is a text',
        group(`task_element("te4", [])`),
        [ error(8, 18, 'd/g',
                "expected the id of the element, a name, found \"te4\"")
        ]).

mistake('an id that is a variable',
        group(`task_element(Te4, [])`),
        [ error(8, 18, 'd/g',
                "expected the id of the element, a name, found a variable")
        ]).

mistake('an id that is an empty list',
        group(`task_element([], [])`),
        [ error(8, 18, 'd/g',
                "expected the id of the element, a name, found []")
        ]).

mistake('an aspect without a value',
        function(`sampling_rate`),
        [ error(11, 17, 'd/g/te/task/function/sampling_rate',
                "`sampling_rate` is an aspect and needs a value: expected a quantity of frequency: a number and its unit as in 48*hertz, a list as in [32, 48]*hertz, or a range as in at_least(48*hertz)")
        ]).

mistake('an aspect with an empty pair of parentheses',
        function(`sampling_rate()`),
        [ error(11, 17, '',
                "nothing stands in these parentheses: write the value, or leave them out")
        ]).

mistake('an aspect written with an equals sign',
        function(`sampling_rate = 48*kilohertz`),
        [ error(11, 17, 'd/g/te/task/function',
                "expected a term of the taxonomy, such as name(value) or name([...]), found sampling_rate=48*kilohertz")
        ]).

mistake('an open list',
        group(`task_element(te, [task([])|_])`),
        [ error(8, 22, 'd/g/te',
                "expected a list of terms in square brackets")
        ]).

mistake('a bar for a comma',
        function(`direction(analog_to_digital), data_channels(2) | sampling_rate(48*kilohertz)`),
        [ error(10, 22, 'd/g/te/task/function',
                "expected a list of terms in square brackets")
        ]).

% Units

mistake('a misspelt unit',
        function(`sampling_rate(48*kilohert)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "unknown unit `kilohert` (of frequency); did you mean `kilohertz`?")
        ]).

mistake('a misspelt unit of a list',
        function(`sampling_rate([44.1, 48]*kiloherz)`),
        [ error(11, 42, 'd/g/te/task/function/sampling_rate',
                "unknown unit `kiloherz` (of frequency); did you mean `kilohertz`?")
        ]).

mistake('a unit that nobody knows',
        function(`sampling_rate(48*wibble)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "unknown unit `wibble` (of frequency)")
        ]).

mistake('a unit of another quantity',
        function(`sampling_rate(48*kilometre)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "`kilometre` is a unit of length, and a unit of frequency is needed")
        ]).

mistake('a binary prefix on hertz',
        function(`sampling_rate(48*kibihertz)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "unknown unit `kibihertz` (of frequency): `kibi` goes with units of information and data rate only")
        ]).

mistake('a prefix on a unit that takes none',
        function(`sampling_rate(48*kilominute)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "unknown unit `kilominute` (of frequency): `minute` takes no prefix")
        ]).

mistake('a prefix with a space',
        function(`sampling_rate(48*kilo*hertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "a value has one unit; prefix and name are one word, as in 48*kilohertz")
        ]).

mistake('a unit in capitals',
        function(`sampling_rate(48*khz)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "unknown unit `khz` (of frequency); did you mean `kHz`?")
        ]).

mistake('a quantity without a unit',
        function(`sampling_rate(48000)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "the unit is missing: expected a quantity of frequency: a number and its unit as in 48*hertz, a list as in [32, 48]*hertz, or a range as in at_least(48*hertz)")
        ]).

mistake('a unit without a number',
        function(`sampling_rate(kilohertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected a quantity of frequency: a number and its unit as in 48*hertz, a list as in [32, 48]*hertz, or a range as in at_least(48*hertz)")
        ]).

mistake('a unit before its number',
        function(`sampling_rate(kilohertz*48)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "the number comes before the unit, as in 48*kilohertz")
        ]).

mistake('a unit as a text',
        function(`sampling_rate(48*"kilohertz")`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "expected the name or the symbol of a unit")
        ]).

mistake('a quantity as a text',
        function(`sampling_rate("48 kilohertz")`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected a quantity of frequency: a number and its unit as in 48*hertz, a list as in [32, 48]*hertz, or a range as in at_least(48*hertz)")
        ]).

mistake('a unit for each element',
        function(`sampling_rate([44.1*kilohertz, 48*kilohertz])`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "a list has one unit, written once behind it, as in [32, 48]*kilohertz")
        ]).

mistake('a number of a list that is a text',
        function(`sampling_rate([44.1, "48"]*kilohertz)`),
        [ error(11, 38, 'd/g/te/task/function/sampling_rate',
                "expected a number before the unit")
        ]).

mistake('a level where a frequency is wanted',
        function(`sampling_rate(48*decibel)`),
        [ error(11, 34, 'd/g/te/task/function/sampling_rate',
                "`decibel` is a unit of level, and a unit of frequency is needed")
        ]).

mistake('a frequency where a level is wanted',
        function(`dynamic_range(48*hertz)`),
        [ error(11, 34, 'd/g/te/task/function/dynamic_range',
                "`hertz` is a unit of frequency, and a unit of level is needed")
        ]).

mistake('a count with a unit',
        function(`data_channels(2*bit)`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "expected a whole number, a list of them, or a range such as at_least(2)")
        ]).

mistake('an infinite quantity',
        function(`sampling_rate(inf*hertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected a number before the unit")
        ]).

mistake('a quantity beyond what a decimal can hold',
        function(`sampling_rate(1.0e400*hertz)`),
        [ error(11, 31, '',
                "syntax error: this number is too large")
        ]).

mistake('a quantity with an immense exponent',
        function(`sampling_rate(1.0e-4000000*hertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "this number is too large or too small")
        ]).

% Values

mistake('a number for a term',
        function(`direction(2)`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "expected a term, or a list of terms")
        ]).

mistake('a text for a term',
        function(`direction("analog_to_digital")`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "expected a term, or a list of terms")
        ]).

mistake('an unlisted term',
        function(`direction(analog_to_digitl)`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "`analog_to_digitl` is not a listed value of task/function/direction; did you mean `analog_to_digital`?; a new value is one fact: io_value(task/function/direction, analog_to_digitl, \"...\")")
        ]).

mistake('an unlisted term of a list',
        function(`direction([analog_to_digital, digital_to_analogue])`),
        [ error(11, 47, 'd/g/te/task/function/direction',
                "`digital_to_analogue` is not a listed value of task/function/direction; did you mean `digital_to_analog`?; a new value is one fact: io_value(task/function/direction, digital_to_analogue, \"...\")")
        ]).

mistake('an unlisted term that resembles none',
        function(`direction(upside_down)`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "`upside_down` is not a listed value of task/function/direction; a new value is one fact: io_value(task/function/direction, upside_down, \"...\")")
        ]).

mistake('a mixed list of terms',
        function(`direction([analog_to_digital, 3])`),
        [ error(11, 47, 'd/g/te/task/function/direction',
                "expected a term: names begin with a small letter")
        ]).

mistake('an empty list of terms',
        function(`direction([])`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "expected at least one value in the list")
        ]).

mistake('a variable for a term',
        function(`direction(Analog)`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "expected a value, found a variable")
        ]).

mistake('a term for a boolean',
        function(`signal_mute(yes)`),
        [ error(11, 29, 'd/g/te/task/function/signal_mute',
                "expected true, false or [true, false]")
        ]).

mistake('a number for a boolean',
        function(`signal_mute(1)`),
        [ error(11, 29, 'd/g/te/task/function/signal_mute',
                "expected true, false or [true, false]")
        ]).

mistake('an empty list of booleans',
        function(`signal_mute([])`),
        [ error(11, 29, 'd/g/te/task/function/signal_mute',
                "expected at least one value in the list")
        ]).

mistake('a mixed list of booleans',
        function(`signal_mute([true, maybe])`),
        [ error(11, 36, 'd/g/te/task/function/signal_mute',
                "expected true or false")
        ]).

mistake('a term for a count',
        function(`data_channels(two)`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "expected a whole number, a list of them, or a range such as at_least(2)")
        ]).

mistake('a decimal for a count',
        function(`data_channels(2.5)`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "expected a whole number, a list of them, or a range such as at_least(2)")
        ]).

mistake('a negative count',
        function(`data_channels(-2)`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "expected a whole number, a list of them, or a range such as at_least(2)")
        ]).

mistake('an empty list of counts',
        function(`data_channels([])`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "expected at least one value in the list")
        ]).

mistake('a mixed list of counts',
        function(`data_channels([1, two])`),
        [ error(11, 35, 'd/g/te/task/function/data_channels',
                "expected a whole number, 0 or more")
        ]).

mistake('a term for a text',
        [ `device(d, "x").`,
          `device_group(d, g, [task_element([information([description([name(imic)])])])]).`
        ],
        [ error(2, 66, 'd/g/task_element/information/description/name',
                "expected a text in double quotes")
        ]).

mistake('a list of texts',
        [ `device(d, "x").`,
          `device_group(d, g, [task_element([information([description([name(["a", "b"])])])])]).`
        ],
        [ error(2, 66, 'd/g/task_element/information/description/name',
                "expected a text in double quotes")
        ]).

mistake('an empty list of quantities',
        function(`sampling_rate([]*kilohertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected at least one value in the list")
        ]).

mistake('an empty list alone',
        function(`sampling_rate([])`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected at least one value in the list")
        ]).

mistake('a range upside down',
        function(`sampling_rate(between(48*kilohertz, 44.1*kilohertz))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "nothing lies in this range: the lower end comes first and is below the upper end")
        ]).

mistake('a range upside down in two units',
        function(`sampling_rate(between(1*kilohertz, 100*hertz))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "nothing lies in this range: the lower end comes first and is below the upper end")
        ]).

mistake('an open range of one point',
        function(`sampling_rate(and(above(48*kilohertz), below(48*kilohertz)))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "nothing lies in this range: the lower end comes first and is below the upper end")
        ]).

mistake('a range of counts that holds none',
        function(`data_channels(and(above(2), below(3)))`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "nothing lies in this range: the lower end comes first and is below the upper end")
        ]).

mistake('a range below no count',
        function(`data_channels(below(0))`),
        [ error(11, 31, 'd/g/te/task/function/data_channels',
                "nothing lies in this range: the lower end comes first and is below the upper end")
        ]).

mistake('a range with one end of another quantity',
        function(`sampling_rate(between(44.1*kilohertz, 48*metre))`),
        [ error(11, 58, 'd/g/te/task/function/sampling_rate',
                "`metre` is a unit of length, and a unit of frequency is needed")
        ]).

mistake('a range with a misspelt unit',
        function(`sampling_rate(at_least(44.1*kilohert))`),
        [ error(11, 45, 'd/g/te/task/function/sampling_rate',
                "unknown unit `kilohert` (of frequency); did you mean `kilohertz`?")
        ]).

mistake('a range without a unit',
        function(`sampling_rate(between(8000, 48000))`),
        [ error(11, 39, 'd/g/te/task/function/sampling_rate',
                "the end of a range is one quantity with its unit (of frequency)")
        ]).

mistake('a range of a list',
        function(`sampling_rate(at_least([44.1, 48]*kilohertz))`),
        [ error(11, 40, 'd/g/te/task/function/sampling_rate',
                "the end of a range is one quantity with its unit (of frequency)")
        ]).

mistake('a range with one end missing',
        function(`sampling_rate(between(48*kilohertz))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "`between` is written between(8*kilohertz, 48*kilohertz); counts have no unit")
        ]).

mistake('a range whose ends are joined the wrong way round',
        function(`sampling_rate(and(below(48*kilohertz), above(8*kilohertz)))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "`and` is written and(above(8*kilohertz), at_most(48*kilohertz)), the lower end first; counts have no unit")
        ]).

mistake('a range joined of three',
        function(`sampling_rate(and(above(8*kilohertz), below(48*kilohertz), below(9*kilohertz)))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "`and` is written and(above(8*kilohertz), at_most(48*kilohertz)), the lower end first; counts have no unit")
        ]).

mistake('a misspelt range',
        function(`sampling_rate(atleast(44.1*kilohertz))`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected a quantity of frequency: a number and its unit as in 48*hertz, a list as in [32, 48]*hertz, or a range as in at_least(48*hertz); did you mean `at_least`?")
        ]).

mistake('a range of counts with a unit',
        function(`data_channels(at_least(2*bit))`),
        [ error(11, 40, 'd/g/te/task/function/data_channels',
                "expected a whole number, 0 or more")
        ]).

mistake('a range of terms',
        function(`direction(at_least(2))`),
        [ error(11, 27, 'd/g/te/task/function/direction',
                "expected a term, or a list of terms")
        ]).

mistake('a range of levels with two references',
        function(`dynamic_range(between(1*dBu, 2*dBV))`),
        [ error(11, 31, 'd/g/te/task/function/dynamic_range',
                "the two ends of a range must be comparable: the same quantity and, for levels, the same reference")
        ]).

mistake('any in a device',
        function(`sampling_rate(any)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "`any` stands only in requests: a device says what it has")
        ]).

mistake('any in a list of a request',
        asked(`direction([any])`),
        [ error(10, 28, 'r/g2/task_element/task/function/direction',
                "`any` stands only in requests, and alone: whatever the device has")
        ]).

mistake('any in a list of a device',
        function(`direction([any, analog_to_digital])`),
        [ error(11, 28, 'd/g/te/task/function/direction',
                "`any` stands only in requests, and alone: whatever the device has")
        ]).

mistake('any with a unit',
        asked(`sampling_rate(any*kilohertz)`),
        [ error(10, 31, 'r/g2/task_element/task/function/sampling_rate',
                "expected a number before the unit")
        ]).

mistake('two values',
        function(`sampling_rate(44.1*kilohertz, 48*kilohertz)`),
        [ error(11, 47, 'd/g/te/task/function/sampling_rate',
                "after the value come only annotations (state(S)), found 48*kilohertz")
        ]).

mistake('an expression for a number',
        function(`sampling_rate((40+8)*kilohertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected a number before the unit")
        ]).

mistake('another operator for the unit',
        function(`sampling_rate(48/kilohertz)`),
        [ error(11, 31, 'd/g/te/task/function/sampling_rate',
                "expected a quantity of frequency: a number and its unit as in 48*hertz, a list as in [32, 48]*hertz, or a range as in at_least(48*hertz)")
        ]).

% Annotations

mistake('accept in a device',
        element(`accept(3)`),
        [ error(9, 9, 'd/g/te/accept',
                "`accept` belongs to requests, and this is a device")
        ]).

mistake('a weight in a device',
        function(`direction(analog_to_digital, weight(3))`),
        [ error(11, 46, 'd/g/te/task/function/direction',
                "`weight` belongs to requests, and this is a device")
        ]).

mistake('a weight on a branch of a device',
        task(`weight(3)`),
        [ error(10, 13, 'd/g/te/task/weight',
                "`weight` belongs to requests, and this is a device")
        ]).

mistake('a data interface in a device',
        function(`direction(analog_to_digital, data_interface(x))`),
        [ error(11, 46, 'd/g/te/task/function/direction',
                "`data_interface` belongs to requests, and this is a device")
        ]).

mistake('a registration unit in a request',
        asked_element(`registration_unit(u)`),
        [ error(8, 9, 'r/g2/task_element/registration_unit',
                "`registration_unit` belongs to devices, and this is a request")
        ]).

mistake('a state in a request',
        asked(`direction(analog_to_digital, state(rate))`),
        [ error(10, 46, 'r/g2/task_element/task/function/direction',
                "`state` belongs to devices, and this is a request")
        ]).

mistake('a state on a branch of a device',
        element(`state(rate)`),
        [ error(9, 9, 'd/g/te/state',
                "`state` annotates a leaf: write it after the value, as in sampling_rate(48*kilohertz, state(...))")
        ]).

mistake('a data interface on a branch of a request',
        asked_element(`data_interface(x)`),
        [ error(8, 9, 'r/g2/task_element/data_interface',
                "`data_interface` annotates a leaf: write it after the value, as in sampling_rate(48*kilohertz, data_interface(...))")
        ]).

mistake('a registration unit on a leaf',
        function(`direction(analog_to_digital, registration_unit(u))`),
        [ error(11, 46, 'd/g/te/task/function/direction',
                "`registration_unit` annotates a branch: write it in the list of the branch, not after a value")
        ]).

mistake('accept on a leaf',
        asked(`direction(analog_to_digital, accept(2))`),
        [ error(10, 46, 'r/g2/task_element/task/function/direction',
                "`accept` annotates a branch: write it in the list of the branch, not after a value")
        ]).

mistake('a code interface on a leaf',
        function(`direction(analog_to_digital, code_interface(i))`),
        [ error(11, 46, 'd/g/te/task/function/direction',
                "`code_interface` annotates a branch: write it in the list of the branch, not after a value")
        ]).

mistake('an annotation in the group itself',
        group(`registration_unit(stream)`),
        [ error(8, 5, 'd/g',
                "`registration_unit` annotates a branch: write it in the list of a module or below")
        ]).

mistake('accept in the request group itself',
        request_group(`accept(2)`),
        [ error(7, 5, 'r/g2',
                "`accept` annotates a branch: write it in the list of a module or below")
        ]).

mistake('a registration unit that is not declared',
        element(`registration_unit(audio)`),
        [ error(9, 27, 'd/g/te',
                "registration unit `audio` is not declared (declared: stream)")
        ]).

mistake('a misspelt registration unit',
        element(`registration_unit(strem)`),
        [ error(9, 27, 'd/g/te',
                "registration unit `strem` is not declared; did you mean `stream`? (declared: stream)")
        ]).

mistake('a code interface that is not declared',
        element(`code_interface(adjst)`),
        [ error(9, 24, 'd/g/te',
                "code interface `adjst` is not declared; did you mean `adjust`? (declared: adjust)")
        ]).

mistake('a condition that is not declared',
        element(`match_condition(fit)`),
        [ error(9, 25, 'd/g/te',
                "match condition `fit` is not declared; did you mean `fits`? (declared: fits)")
        ]).

mistake('an adjustment that is not declared',
        element(`state_adjust(counted)`),
        [ error(9, 22, 'd/g/te',
                "state adjustment `counted` is not declared; did you mean `count`? (declared: count)")
        ]).

mistake('a state that is not declared',
        function(`sampling_rate(48*kilohertz, state(rat))`),
        [ error(11, 51, 'd/g/te/task/function/sampling_rate',
                "state `rat` is not declared; did you mean `rate`? (declared: rate)")
        ]).

mistake('a condition of a request that is not declared',
        asked_element(`match_condition(fits)`),
        [ error(8, 25, 'r/g2/task_element',
                "match condition `fits` is not declared")
        ]).

mistake('an adjustment of a request that is not declared',
        asked_element(`state_adjust(count)`),
        [ error(8, 22, 'r/g2/task_element',
                "state adjustment `count` is not declared")
        ]).

mistake('a state of another quantity',
        function(`bit_resolution(16*bit, state(rate))`),
        [ warning(11, 46, 'd/g/te/task/function/bit_resolution',
                "state `rate` begins as a quantity of frequency and would be set to a quantity of information here")
        ]).

mistake('a state of terms on a count',
        function(`data_channels(2, state(rate))`),
        [ warning(11, 40, 'd/g/te/task/function/data_channels',
                "state `rate` begins as a quantity of frequency and would be set to a count here")
        ]).

mistake('a registration unit named twice on a branch',
        element(`registration_unit(stream), registration_unit(stream)`),
        [ warning(9, 36, 'd/g/te',
                "registration unit `stream` is named twice on one branch")
        ]).

mistake('an annotation with two arguments',
        element(`registration_unit(stream, stream2)`),
        [ error(9, 9, 'd/g/te/registration_unit',
                "`registration_unit` takes one argument")
        ]).

mistake('an annotation with a list',
        element(`registration_unit([stream])`),
        [ error(9, 27, 'd/g/te',
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('an annotation with a text',
        element(`registration_unit("stream")`),
        [ error(9, 27, 'd/g/te',
                "expected a name (registration unit): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('an annotation without argument',
        asked_element(`accept`),
        [ error(8, 9, 'r/g2/task_element/accept',
                "`accept` takes one argument")
        ]).

mistake('a negative accept',
        asked_element(`accept(-3)`),
        [ error(8, 16, 'r/g2/task_element',
                "`accept` takes a number, 0 or more, found -3")
        ]).

mistake('accept with a term',
        asked_element(`accept(three)`),
        [ error(8, 16, 'r/g2/task_element',
                "`accept` takes a number, 0 or more, found three")
        ]).

mistake('accept with a text',
        asked_element(`accept("3")`),
        [ error(8, 16, 'r/g2/task_element',
                "`accept` takes a number, 0 or more, found \"3\"")
        ]).

mistake('accept twice',
        asked_element(`accept(3), accept(4)`),
        [ error(8, 20, 'r/g2/task_element',
                "`accept` stands twice here: one of them is meant")
        ]).

mistake('a negative weight',
        asked(`direction(analog_to_digital, weight(-1))`),
        [ error(10, 53, 'r/g2/task_element/task/function/direction',
                "`weight` takes a number, 0 or more, found -1")
        ]).

mistake('a weight as a text',
        asked(`direction(analog_to_digital, weight("5"))`),
        [ error(10, 53, 'r/g2/task_element/task/function/direction',
                "`weight` takes a number, 0 or more, found \"5\"")
        ]).

mistake('a weight with a unit',
        asked(`direction(analog_to_digital, weight(5*gram))`),
        [ error(10, 53, 'r/g2/task_element/task/function/direction',
                "`weight` takes a number, 0 or more, found 5*gram")
        ]).

mistake('a weight twice',
        asked(`direction(analog_to_digital, weight(1), weight(2))`),
        [ error(10, 57, 'r/g2/task_element/task/function/direction',
                "`weight` stands twice here: one of them is meant")
        ]).

mistake('a misspelt annotation',
        asked(`direction(analog_to_digital, wieght(1))`),
        [ error(10, 46, 'r/g2/task_element/task/function/direction',
                "after the value come only annotations (weight(N), data_interface(D)), found wieght(1); did you mean `weight`?")
        ]).

mistake('a misspelt annotation of a branch',
        element(`registration_unt(stream)`),
        [ error(9, 9, 'd/g/te/registration_unt',
                "unknown term `registration_unt` in module task_element: categories stand here; did you mean `registration_unit`?")
        ]).

mistake('a data interface that is a text',
        asked(`direction(analog_to_digital, data_interface("x"))`),
        [ error(10, 61, 'r/g2/task_element/task/function/direction',
                "expected a name (data interface): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

% Requesters

mistake('an alternative that is not declared',
        requester([ `outlet(r, two, [best-100, bset-50]).` ]),
        [ error(6, 27, 'r/two',
                "composite request `bset` is not declared; did you mean `best`? (declared: best)")
        ]).

mistake('a request that is not declared',
        requester([ `composite_request(r, other, [rq, rp]).` ]),
        [ error(6, 34, 'r/other',
                "request `rp` is not declared; did you mean `rq`? (declared: rq)")
        ]).

mistake('a request group that is not declared',
        requester([ `request(r, other, [rh]).` ]),
        [ error(6, 20, 'r/other',
                "request group `rh` is not declared; did you mean `rg`? (declared: rg)")
        ]).

mistake('an alternative without a priority',
        requester([ `outlet(r, two, [best]).` ]),
        [ error(6, 17, 'r/two',
                "expected an alternative and its priority, such as composite_rq1-100")
        ]).

mistake('a priority that is a term',
        requester([ `outlet(r, two, [best-high]).` ]),
        [ error(6, 17, 'r/two',
                "expected an alternative and its priority, such as composite_rq1-100")
        ]).

mistake('a priority that is a text',
        requester([ `outlet(r, two, [best-"1"]).` ]),
        [ error(6, 17, 'r/two',
                "expected an alternative and its priority, such as composite_rq1-100")
        ]).

mistake('an outlet without a list',
        requester([ `outlet(r, two, best-100).` ]),
        [ error(6, 16, 'r/two',
                "expected alternatives with priorities, such as [composite_rq1-100, composite_rq2-50]")
        ]).

mistake('an outlet without alternatives',
        requester([ `outlet(r, two, []).` ]),
        [ error(6, 16, 'r/two',
                "expected alternatives with priorities, such as [composite_rq1-100, composite_rq2-50]")
        ]).

mistake('an alternative twice in one outlet',
        requester([ `outlet(r, two, [best-100, best-50]).` ]),
        [ error(6, 27, 'r/two',
                "alternative `best` stands twice in this outlet: only the first could ever be chosen")
        ]).

mistake('an outlet declared twice',
        requester([ `outlet(r, out, [best-100]).` ]),
        [ error(6, 1, r,
                "outlet `out` is declared already, in line 2 of test.pl")
        ]).

mistake('a composite request declared twice',
        requester([ `composite_request(r, best, [rq]).` ]),
        [ error(6, 1, r,
                "composite request `best` is declared already, in line 3 of test.pl")
        ]).

mistake('a request declared twice',
        requester([ `request(r, rq, [rg]).` ]),
        [ error(6, 1, r,
                "request `rq` is declared already, in line 4 of test.pl")
        ]).

mistake('a request group declared twice',
        requester([ `request_group(r, rg, proximity, accept(1), []).` ]),
        [ error(6, 1, r,
                "request group `rg` is declared already, in line 5 of test.pl")
        ]).

mistake('a composite request without requests',
        requester([ `composite_request(r, other, []).` ]),
        [ error(6, 29, 'r/other',
                "expected at least one request")
        ]).

mistake('a request without groups',
        requester([ `request(r, other, []).` ]),
        [ error(6, 19, 'r/other',
                "expected at least one request group")
        ]).

mistake('a composite request of no list',
        requester([ `composite_request(r, other, rq).` ]),
        [ error(6, 29, 'r/other',
                "expected a list of names (request) in square brackets")
        ]).

mistake('a kind of group that there is not',
        requester([ `request_group(r, other, taskflo, accept(1), []).` ]),
        [ error(6, 25, 'r/other',
                "expected taskflow or proximity, found taskflo")
        ]).

mistake('a group that accepts nothing',
        requester([ `request_group(r, other, taskflow, 23, []).` ]),
        [ error(6, 35, 'r/other',
                "expected what the group accepts, such as accept(23)")
        ]).

mistake('a group with a negative accept',
        requester([ `request_group(r, other, taskflow, accept(-1), []).` ]),
        [ error(6, 35, 'r/other',
                "expected what the group accepts, such as accept(23)")
        ]).

mistake('a group whose accept is a text',
        requester([ `request_group(r, other, taskflow, accept("1"), []).` ]),
        [ error(6, 35, 'r/other',
                "expected what the group accepts, such as accept(23)")
        ]).

mistake('a group without accept',
        requester([ `request_group(r, other, taskflow, []).` ]),
        [ error(6, 1, 'r/request_group',
                "`request_group/4` is called by no body, so it is no helper; did you mean request_group/5? It is written request_group(Spec, Group, taskflow, accept(N), [Module, ...])")
        ]).

mistake('a request group that is no list',
        requester([ `request_group(r, other, taskflow, accept(1), task_element([])).` ]),
        [ error(6, 46, 'r/other',
                "expected a list of terms in square brackets")
        ]).

mistake('a text in the list of requests',
        requester([ `composite_request(r, other, ["rq"]).` ]),
        [ error(6, 30, 'r/other',
                "expected a name (request): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

% Conditions and adjustments

mistake('a goal that reaches files',
        condition(`open('/etc/passwd', read, _)`),
        [ error(8, 5, 'd/c2',
                "a body may not call `open/3`: it may call pure built-ins, helpers of its own spec, submatch_value/3, current_state/2 and in_unit/3")
        ]).

mistake('a goal that leaves',
        condition(`halt`),
        [ error(8, 5, 'd/c2',
                "a body may not call `halt/0`: it may call pure built-ins, helpers of its own spec, submatch_value/3, current_state/2 and in_unit/3")
        ]).

mistake('a misspelt built-in',
        condition(`membr(X, [1, 2]), X > 1`),
        [ error(8, 5, 'd/c2',
                "a body may not call `membr/2`; did you mean `member`?")
        ]).

mistake('a misspelt helper',
        device([ `match_condition(d, c2, _) :- is_smal(3).`,
                 `is_small(X) :- X < 4.`,
                 `match_condition(d, c3, _) :- is_small(3).` ]),
        [ error(7, 30, 'd/c2',
                "a body may not call `is_smal/1`; did you mean `is_small`?")
        ]).

mistake('a built-in with another number of arguments',
        condition(`between(1, 2)`),
        [ error(8, 5, 'd/c2',
                "a body may not call `between/2`; there is between/3")
        ]).

mistake('a helper with another number of arguments',
        device([ `match_condition(d, c2, _) :- is_small(3, 4).`,
                 `match_condition(d, c3, _) :- is_small(3).`,
                 `is_small(X) :- X < 4.` ]),
        [ error(7, 30, 'd/c2',
                "a body may not call `is_small/2`; there is is_small/1")
        ]).

mistake('a goal known at run time only',
        condition(`member(G, [true]), call(G)`),
        [ error(8, 29, 'd/c2',
                "a goal that is known only at run time is refused: write out what is called")
        ]).

mistake('a variable as a goal',
        condition(`G`),
        [ warning(7, 1, 'd/c2',
                "variables that stand only once: G; a misspelling? Begin their names with _ if meant"),
          error(8, 5, 'd/c2',
                "a goal that is known only at run time is refused: write out what is called")
        ]).

mistake('a goal of a module',
        condition(`lists:member(_, [1])`),
        [ error(8, 5, 'd/c2',
                "a body calls the helpers of its own spec and pure built-ins, nothing of another module")
        ]).

mistake('a number as a goal',
        condition(`3`),
        [ error(8, 5, 'd/c2',
                "expected a goal, found 3")
        ]).

mistake('a text as a goal',
        condition(`"fits"`),
        [ error(8, 5, 'd/c2',
                "expected a goal, found \"fits\"")
        ]).

mistake('a helper of another spec',
        [ `device(a, "x").`,
          `is_small(X) :- X < 4.`,
          `match_condition(a, c, _) :- is_small(3).`,
          `device(b, "y").`,
          `match_condition(b, c, _) :- is_small(3).`
        ],
        [ error(5, 29, 'b/c',
                "a body may not call `is_small/1`: it may call pure built-ins, helpers of its own spec, submatch_value/3, current_state/2 and in_unit/3")
        ]).

mistake('a helper that is a built-in',
        device([ `append([], L, L).` ]),
        [ warning(7, 1, 'd/append',
                "helper `append/3` is called by no body")
        ]).

mistake('a helper that is a control structure',
        device([ `(A ; B) :- A = B.` ]),
        [ error(7, 1, 'd/;',
                "`;/2` is a predicate of the system; give the helper a name of its own")
        ]).

mistake('a helper that nobody calls',
        device([ `is_small(X) :- X < 4.` ]),
        [ warning(7, 1, 'd/is_small',
                "helper `is_small/1` is called by no body")
        ]).

mistake('a state that an adjustment does not know',
        device([ `state_adjust(d, a2, ratte, apply, _, 2).` ]),
        [ error(7, 21, 'd/a2',
                "state `ratte` is not declared; did you mean `rate`? (declared: rate)")
        ]).

mistake('a mode that there is not',
        device([ `state_adjust(d, a2, rate, aply, _, 2*hertz).` ]),
        [ error(7, 27, 'd/a2',
                "expected the mode apply or remove, found aply")
        ]).

mistake('a state of an adjustment that is a variable',
        device([ `state_adjust(d, a2, _, apply, _, 2).` ]),
        [ error(7, 21, 'd/a2',
                "expected a name (state): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a condition whose name is a variable',
        device([ `match_condition(d, C, _) :- C == 1.` ]),
        [ error(7, 20, 'd/match_condition',
                "expected a name (match condition): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a variable that stands once',
        device([ `match_condition(d, c2, SubMatch) :- submatch_value(Submatch, [task], _).` ]),
        [ warning(7, 1, 'd/c2',
                "variables that stand only once: SubMatch, Submatch; a misspelling? Begin their names with _ if meant")
        ]).

mistake('an adjustment with too few arguments',
        device([ `state_adjust(d, a2, rate, apply, 2).` ]),
        [ error(7, 1, 'd/state_adjust',
                "`state_adjust/5` is called by no body, so it is no helper; did you mean state_adjust/6? It is written state_adjust(Spec, Adjustment, State, Mode, Old, New) :- Body")
        ]).

mistake('arithmetic that is not pure',
        condition(`X is random(6), X > 2`),
        [ error(8, 10, 'd/c2',
                "`random/1` is no function of pure arithmetic")
        ]).

mistake('arithmetic with a text',
        condition(`X is "two" + 1, X > 2`),
        [ error(8, 10, 'd/c2',
                "expected a number or an arithmetic expression, found \"two\"")
        ]).

mistake('a comparison with a misspelt function',
        condition(`2 < maxi(3, 4)`),
        [ error(8, 9, 'd/c2',
                "`maxi/2` is no function of pure arithmetic")
        ]).

% Events

mistake('a misspelt event',
        [ `device(d, "x").`,
          `event(device_conect(s, one, d)).`
        ],
        [ error(2, 7, 'event/device_conect',
                "unknown event `device_conect/3`; did you mean `device_connect`?")
        ]).

mistake('an event that nobody knows',
        [ `event(lunch).`
        ],
        [ error(1, 7, 'event/lunch',
                "unknown event `lunch/0`; events are system_connect, system_disconnect, device_connect, device_disconnect, requester_create, requester_cancel")
        ]).

mistake('an event with too few arguments',
        [ `device(d, "x").`,
          `event(device_connect(one, d)).`
        ],
        [ error(2, 7, 'event/device_connect',
                "unknown event `device_connect/2`: device_connect takes 3 arguments")
        ]).

mistake('an event that is a number',
        [ `event(1).`
        ],
        [ error(1, 7, event,
                "expected an event, found 1")
        ]).

mistake('an event that is a variable',
        [ `event(E).`
        ],
        [ error(1, 7, event,
                "expected an event, found a variable")
        ]).

mistake('an event with a text',
        [ `device(d, "x").`,
          `event(device_connect("s", one, d)).`
        ],
        [ error(2, 22, 'event/device_connect',
                "expected a name (system, device, requester or spec): a small letter, then letters, digits and _; other names stand in single quotes")
        ]).

mistake('a device name in use',
        [ `device(d, "x").`,
          `event(device_connect(s, one, d)).`,
          `event(device_connect(t, one, d)).`
        ],
        [ error(3, 25, 'event/device_connect',
                "a device `one` is connected already: names in use cannot be given again")
        ]).

mistake('a requester name in use',
        [ `requester(r, "x").`,
          `event(requester_create(s, one, r)).`,
          `event(requester_create(s, one, r)).`
        ],
        [ error(3, 27, 'event/requester_create',
                "a requester `one` is there already: names in use cannot be given again")
        ]).

mistake('a system connected already',
        [ `event(system_connect(s)).`,
          `event(system_connect(s)).`
        ],
        [ error(2, 22, 'event/system_connect',
                "system `s` is connected already")
        ]).

mistake('a system connected already by its device',
        [ `device(d, "x").`,
          `event(device_connect(s, one, d)).`,
          `event(system_connect(s)).`
        ],
        [ error(3, 22, 'event/system_connect',
                "system `s` is connected already")
        ]).

mistake('a system that was never named',
        [ `event(system_connect(red)).`,
          `event(system_disconnect(redd)).`
        ],
        [ error(2, 25, 'event/system_disconnect',
                "unknown system `redd`: nothing came to it; did you mean `red`?")
        ]).

mistake('a system disconnected twice',
        [ `event(system_connect(s)).`,
          `event(system_disconnect(s)).`,
          `event(system_disconnect(s)).`
        ],
        [ error(3, 25, 'event/system_disconnect',
                "system `s` is disconnected already")
        ]).

mistake('a device that never came',
        [ `device(d, "x").`,
          `event(device_connect(s, one, d)).`,
          `event(device_disconnect(onee)).`
        ],
        [ error(3, 25, 'event/device_disconnect',
                "no device `onee` is connected here; did you mean `one`?")
        ]).

mistake('a device that is gone',
        [ `device(d, "x").`,
          `event(device_connect(s, one, d)).`,
          `event(device_disconnect(one)).`,
          `event(device_disconnect(one)).`
        ],
        [ error(4, 25, 'event/device_disconnect',
                "no device `one` is connected here")
        ]).

mistake('a requester that never came',
        [ `event(requester_cancel(one)).`
        ],
        [ error(1, 24, 'event/requester_cancel',
                "there is no requester `one` here")
        ]).

mistake('a requester that is gone',
        [ `requester(r, "x").`,
          `event(requester_create(s, one, r)).`,
          `event(requester_cancel(one)).`,
          `event(requester_cancel(one)).`
        ],
        [ error(4, 24, 'event/requester_cancel',
                "there is no requester `one` here")
        ]).

mistake('a device of an unknown spec',
        [ `device(imic2, "x").`,
          `event(device_connect(s, one, imic)).`,
          `event(device_disconnect(one)).`
        ],
        [ error(2, 30, 'event/device_connect',
                "no device/2 declares `imic`; did you mean `imic2`?")
        ]).

mistake('a device of a requester',
        [ `requester(r, "x").`,
          `event(device_connect(s, one, r)).`
        ],
        [ error(2, 30, 'event/device_connect',
                "`r` is a requester, and a device is needed")
        ]).

mistake('a requester of a device',
        [ `device(d, "x").`,
          `event(requester_create(s, one, d)).`
        ],
        [ error(2, 32, 'event/requester_create',
                "`d` is a device, and a requester is needed")
        ]).

mistake('an event with a body',
        [ `event(system_connect(s)) :- true.`
        ],
        [ error(1, 1, event,
                "`event` is a fact and takes no body; only match_condition/3, state_adjust/6 and helpers do")
        ]).

% Taxonomy

mistake('a taxonomy whose name is a text',
        [ `taxonomy("io", '1.0.0').`
        ],
        [ error(1, 10, taxonomy,
                "expected a name, found \"io\"")
        ]).

mistake('a version of two numbers',
        [ `taxonomy(mine, '1.0').`
        ],
        [ error(1, 16, 'taxonomy/mine',
                "expected a version such as '1.0.0', found '1.0'")
        ]).

mistake('a version that is no text',
        [ `taxonomy(mine, 1.0).`
        ],
        [ error(1, 16, 'taxonomy/mine',
                "expected a version such as '1.0.0', found 1")
        ]).

mistake('a version with letters',
        [ `taxonomy(mine, '1.0.x').`
        ],
        [ error(1, 16, 'taxonomy/mine',
                "expected a version such as '1.0.0', found '1.0.x'")
        ]).

mistake('a module without documentation',
        [ `io_module(robot).`
        ],
        [ error(1, 1, '',
                "`io_module/1` is no fact of the language; did you mean io_module/2? It is written io_module(Name, \"doc\")")
        ]).

mistake('a module whose documentation is a term',
        [ `io_module(robot, arm).`
        ],
        [ error(1, 18, 'io_module/robot',
                "expected a sentence in double quotes, found arm")
        ]).

mistake('a module that is there already',
        [ `io_module(task_element, "again").`
        ],
        [ error(1, 11, 'io_module/task_element',
                "module `task_element` is declared already")
        ]).

mistake('a category in an unknown module',
        [ `io_category(motion, [task_element, task_elemnt], "how it moves").`
        ],
        [ error(1, 36, 'io_category/motion',
                "unknown module `task_elemnt`; did you mean `task_element`?")
        ]).

mistake('a category in no module',
        [ `io_category(motion, [], "how it moves").`
        ],
        [ error(1, 21, 'io_category/motion',
                "expected a list of modules, found []")
        ]).

mistake('a category whose modules are no list',
        [ `io_category(motion, task_element, "how it moves").`
        ],
        [ error(1, 21, 'io_category/motion',
                "expected a list of modules, found task_element")
        ]).

mistake('a category that is there already',
        [ `io_category(task, [task_element], "again").`
        ],
        [ error(1, 13, 'io_category/task',
                "category `task` is declared already")
        ]).

mistake('a subcategory of an unknown category',
        [ `io_subcategory(taks/motion, "how it moves").`
        ],
        [ error(1, 16, 'io_subcategory/taks/motion',
                "unknown category `taks`; did you mean `task`?")
        ]).

mistake('a subcategory that is no path',
        [ `io_subcategory(motion, "how it moves").`
        ],
        [ error(1, 16, 'io_subcategory/motion',
                "expected a path Category/Name, found motion")
        ]).

mistake('a subcategory that is there already',
        [ `io_subcategory(task/function, "again").`
        ],
        [ error(1, 16, 'io_subcategory/task/function',
                "subcategory `task/function` is declared already")
        ]).

mistake('an aspect of an unknown category',
        [ `io_aspect(taks/function/speed, count, "how fast").`
        ],
        [ error(1, 11, 'io_aspect/taks/function/speed',
                "unknown category `taks`; did you mean `task`?")
        ]).

mistake('an aspect of an unknown subcategory',
        [ `io_aspect(task/funktion/speed, count, "how fast").`
        ],
        [ error(1, 16, 'io_aspect/task/funktion/speed',
                "unknown subcategory `funktion`; did you mean `function`?")
        ]).

mistake('an aspect whose path is short',
        [ `io_aspect(task/speed, count, "how fast").`
        ],
        [ error(1, 11, 'io_aspect/task/speed',
                "expected a path Category/Subcategory/Name, found task/speed")
        ]).

mistake('an aspect of an unknown kind',
        [ `io_aspect(task/function/speed, number, "how fast").`
        ],
        [ error(1, 32, 'io_aspect/task/function/speed',
                "expected quantity(Q), quantity, count, boolean, text or enumeration, found number")
        ]).

mistake('an aspect of an unknown quantity',
        [ `io_aspect(task/function/speed, quantity(frequenzy), "how fast").`
        ],
        [ error(1, 41, 'io_aspect/task/function/speed',
                "unknown quantity `frequenzy`; did you mean `frequency`?")
        ]).

mistake('an aspect that is there already',
        [ `io_aspect(task/function/sampling_rate, count, "again").`
        ],
        [ error(1, 11, 'io_aspect/task/function/sampling_rate',
                "aspect `task/function/sampling_rate` is declared already")
        ]).

mistake('an aspect declared twice',
        [ `io_aspect(task/function/speed, count, "how fast").`,
          `io_aspect(task/function/speed, count, "how fast").`
        ],
        [ error(2, 11, 'io_aspect/task/function/speed',
                "aspect `task/function/speed` is declared already")
        ]).

mistake('an aspect without documentation',
        [ `io_aspect(task/function/speed, count).`
        ],
        [ error(1, 1, '',
                "`io_aspect/2` is no fact of the language; did you mean io_aspect/3? It is written io_aspect(Category/Subcategory/Name, Kind, \"doc\")")
        ]).

mistake('a value of an unknown aspect',
        [ `io_value(task/function/directio, sideways, "to the side").`
        ],
        [ error(1, 24, 'io_value/task/function/directio',
                "unknown aspect `directio`; did you mean `direction`?")
        ]).

mistake('a value of an aspect that is no enumeration',
        [ `io_value(task/function/sampling_rate, fast, "fast").`
        ],
        [ error(1, 10, 'io_value/task/function/sampling_rate',
                "`task/function/sampling_rate` is no enumeration, so it has no listed values")
        ]).

mistake('a value that is listed already',
        [ `io_value(task/function/direction, analog_to_digital, "again").`
        ],
        [ error(1, 10, 'io_value/task/function/direction',
                "value `analog_to_digital` of task/function/direction is declared already")
        ]).

mistake('a value that is a number',
        [ `io_value(task/function/direction, 3, "three").`
        ],
        [ error(1, 35, 'io_value/task/function/direction',
                "expected a name, found 3")
        ]).

mistake('a value of an unknown subcategory',
        [ `io_value(task/functon/direction, sideways, "to the side").`
        ],
        [ error(1, 15, 'io_value/task/functon/direction',
                "unknown subcategory `functon`; did you mean `function`?")
        ]).

mistake('a value whose documentation is empty of quotes',
        [ `io_value(task/function/direction, sideways, doc).`
        ],
        [ error(1, 45, 'io_value/task/function/direction',
                "expected a sentence in double quotes, found doc")
        ]).

mistake('a value called any',
        [ `io_value(task/function/direction, any, "whatever").`
        ],
        [ error(1, 35, 'io_value/task/function/direction',
                "`any` cannot be a value: in a request it stands for whatever the device has")
        ]).

mistake('a word with a variable',
        [ `io_module(Robot, "arm").`
        ],
        [ error(1, 11, io_module,
                "expected a name, found a variable")
        ]).

mistake('a word with a body',
        [ `io_module(robot, "arm") :- true.`
        ],
        [ error(1, 1, io_module,
                "`io_module` is a fact and takes no body; only match_condition/3, state_adjust/6 and helpers do")
        ]).

mistake('a category named like an annotation',
        [ `io_category(accept, [task_element], "what is accepted").`
        ],
        [ error(1, 13, 'io_category/accept',
                "`accept` is the name of an annotation, so no term can have it")
        ]).

mistake('a mistake in a word that descriptions use',
        [ `io_aspect(task/function/speed, quantity(frequenzy), "how fast").`,
          `device(d, "x").`,
          `device_group(d, g, [task_element([task([function([speed(48*hertz)])])])]).`
        ],
        [ error(1, 41, 'io_aspect/task/function/speed',
                "unknown quantity `frequenzy`; did you mean `frequency`?")
        ]).

% Units and quantities

mistake('a quantity whose base unit is not there',
        [ `quantity(bounce, bounse, "how it bounces").`
        ],
        [ error(1, 18, 'quantity/bounce',
                "unknown unit `bounse`")
        ]).

mistake('a quantity that is there already',
        [ `quantity(frequency, hertz, "again").`
        ],
        [ error(1, 10, 'quantity/frequency',
                "quantity `frequency` is declared already")
        ]).

mistake('a quantity whose base unit is of another quantity',
        [ `quantity(bounce, hertz, "how it bounces").`
        ],
        [ error(1, 18, 'quantity/bounce',
                "`hertz` is a unit of frequency, and a unit of bounce is needed")
        ]).

mistake('a unit of an unknown quantity',
        [ `unit(bounce, bouncing, 1, bnc, plain).`
        ],
        [ error(1, 14, 'unit/bounce',
                "unknown quantity `bouncing`")
        ]).

mistake('a unit whose factor is zero',
        [ `unit(bounce, frequency, 0, bnc, plain).`
        ],
        [ error(1, 25, 'unit/bounce',
                "expected a positive number, offset(Factor, Offset), times_pi(Factor) or level(Scale, Reference), found 0")
        ]).

mistake('a unit whose factor is negative',
        [ `unit(bounce, frequency, -2, bnc, plain).`
        ],
        [ error(1, 25, 'unit/bounce',
                "expected a positive number, offset(Factor, Offset), times_pi(Factor) or level(Scale, Reference), found -2")
        ]).

mistake('a unit whose factor is a text',
        [ `unit(bounce, frequency, "2", bnc, plain).`
        ],
        [ error(1, 25, 'unit/bounce',
                "expected a positive number, offset(Factor, Offset), times_pi(Factor) or level(Scale, Reference), found \"2\"")
        ]).

mistake('a unit whose factor is an expression',
        [ `unit(bounce, frequency, 1/3, bnc, plain).`
        ],
        [ error(1, 25, 'unit/bounce',
                "expected a positive number, offset(Factor, Offset), times_pi(Factor) or level(Scale, Reference), found 1/3")
        ]).

mistake('a unit whose symbol is used',
        [ `unit(bounce, frequency, 2, 'Hz', plain).`
        ],
        [ error(1, 28, 'unit/bounce',
                "`Hz` already is the name or symbol of another unit")
        ]).

mistake('a unit whose symbol is a prefixed one',
        [ `unit(bounce, frequency, 2, 'kHz', plain).`
        ],
        [ error(1, 28, 'unit/bounce',
                "`kHz` already is the name or symbol of another unit")
        ]).

mistake('a unit whose name is used',
        [ `unit(hertz, frequency, 2, bnc, plain).`
        ],
        [ error(1, 6, 'unit/hertz',
                "`hertz` already is the name or symbol of another unit")
        ]).

mistake('a unit whose prefixed name is a unit',
        [ `unit(kilohertz, frequency, 2, bnc, plain).`
        ],
        [ error(1, 6, 'unit/kilohertz',
                "`kilohertz` already is the name or symbol of another unit")
        ]).

mistake('a unit without prefixable or plain',
        [ `unit(bounce, frequency, 2, bnc).`
        ],
        [ error(1, 1, '',
                "`unit/4` is no fact of the language; did you mean unit/5? It is written unit(Name, Quantity, Factor, Symbol, prefixable)")
        ]).

mistake('a unit that is prefixed sometimes',
        [ `unit(bounce, frequency, 2, bnc, sometimes).`
        ],
        [ error(1, 33, 'unit/bounce',
                "expected prefixable or plain, found sometimes")
        ]).

mistake('two units with one symbol',
        [ `unit(bounce, frequency, 2, bnc, plain).`,
          `unit(bong, frequency, 3, bnc, plain).`
        ],
        [ error(2, 26, 'unit/bong',
                "`bnc` already is the name or symbol of another unit")
        ]).

mistake('a prefix whose factor is zero',
        [ `prefix(dozen, dz, 0).`
        ],
        [ error(1, 19, 'prefix/dozen',
                "expected a positive number, found 0")
        ]).

mistake('a prefix that is there already',
        [ `prefix(kilo, k, 1000).`
        ],
        [ error(1, 8, 'prefix/kilo',
                "prefix `kilo`, k, is declared already")
        ]).

mistake('a prefix whose symbol is a text',
        [ `prefix(dozen, "dz", 12).`
        ],
        [ error(1, 15, 'prefix/dozen',
                "expected a name, found \"dz\"")
        ]).

mistake('a level without a scale',
        [ `unit(loud, level, level(2, none), ld, plain).`
        ],
        [ error(1, 19, 'unit/loud',
                "expected a positive number, offset(Factor, Offset), times_pi(Factor) or level(Scale, Reference), found level(2, none)")
        ]).

% Places

mistake('letters beyond ASCII before the mistake',
        [ `device(d, "Gerät für Töne: ♪ 音").`,
          `device_group(d, 'größe', [/* 𝄞 */ task_elment(te, [])]).`
        ],
        [ error(2, 35, 'd/größe/task_elment',
                "unknown term `task_elment` in a group: modules stand here; did you mean `task_element`?")
        ]).

mistake('tabs before the mistake',
        [ `device(d, "x").`,
          `\t\tregistration_unit(\te, u).`
        ],
        [ error(2, 22, 'e/registration_unit',
                "no device/2 or requester/2 declares `e`")
        ]).

mistake('lines that end in carriage return and line feed',
        [ `device(d, "x").\r`,
          `registration_unit(e, u).\r`,
          `state(d, s, 1*wibble).\r`
        ],
        [ error(2, 19, 'e/registration_unit',
                "no device/2 or requester/2 declares `e`"),
          error(3, 15, 'd/s',
                "unknown unit `wibble`")
        ]).

mistake('a byte order mark before the first fact',
        [ `\uFEFFregistration_unit(e, u).`
        ],
        [ error(1, 19, 'e/registration_unit',
                "no device/2 or requester/2 declares `e`")
        ]).
