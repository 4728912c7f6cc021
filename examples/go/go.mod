module example.com/wuts-consumer

go 1.21
