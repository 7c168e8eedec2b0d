device_group(d,g,[task_element(te,[([([])])])]).
%%units
device(d,"").
        device_group(d,g,[
    task_element(te,red)]).