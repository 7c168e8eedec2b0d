device(d, "").
device_group(d, g, [task_element([], []), task_element([], [])]).
