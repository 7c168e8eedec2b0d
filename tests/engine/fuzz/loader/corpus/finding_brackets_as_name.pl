device(d,"").
[](Old).